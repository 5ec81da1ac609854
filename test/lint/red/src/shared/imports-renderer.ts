// eslint(no-restricted-imports) shared imports nothing
import { one } from '../renderer/one.ts';

export const first = one;
