// eslint(no-restricted-imports) core is plain Node
import { env } from 'node:process';

export const home = env['HOME'];
