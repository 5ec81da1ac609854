// eslint(no-restricted-imports) shared imports nothing
import { one } from '../preload/one.ts';

export const first = one;
