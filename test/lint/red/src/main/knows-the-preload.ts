// eslint(no-restricted-imports) main and the window meet in shared
import { one } from '../preload/one.ts';

export const first = one;
