// eslint(no-restricted-imports) preload knows electron and shared only
import { readFileSync } from 'node:fs';

export const read = readFileSync;
