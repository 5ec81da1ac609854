// eslint(no-restricted-imports) preload knows electron and shared only
import { delays } from '../core/backoff.ts';

export const first = delays[0];
