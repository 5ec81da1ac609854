// eslint(no-restricted-imports) shared imports nothing
import { one } from '../../test/one.ts';

export const first = one;
