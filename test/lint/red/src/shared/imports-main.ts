// eslint(no-restricted-imports) shared imports nothing
import { one } from '../main/one.ts';

export const first = one;
