// eslint(no-restricted-imports) shared imports nothing
import type { Clock } from '../core/ports.ts';

export type Time = Clock;
