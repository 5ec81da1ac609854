// eslint(no-restricted-imports) shared imports nothing
import { delays } from '../core/backoff.ts';

export const first = delays[0];
