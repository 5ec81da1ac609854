// eslint(no-restricted-imports) The window knows shared only
import { one } from '../preload/one.ts';

export const first = one;
