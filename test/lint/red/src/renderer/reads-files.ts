// eslint(no-restricted-imports) The window has no Node and no Electron
import { readFileSync } from 'node:fs';

export const read = readFileSync;
