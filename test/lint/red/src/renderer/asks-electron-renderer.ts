// eslint(no-restricted-imports) The window has no Node and no Electron
import { one } from 'electron/renderer';

export const first = one;
