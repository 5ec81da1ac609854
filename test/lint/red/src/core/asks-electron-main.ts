// eslint(no-restricted-imports) core is plain Node
import { one } from 'electron/main';

export const first = one;
