// eslint(no-restricted-imports) The window knows shared only
import { delays } from '../core/backoff.ts';

export const first = delays[0];
