// eslint(no-restricted-imports) The window knows shared only
import { one } from '../main/one.ts';

export const first = one;
