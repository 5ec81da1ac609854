// eslint(no-restricted-imports) core is plain Node
import { one } from 'electron-store';

export const first = one;
