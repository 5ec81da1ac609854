import { changes } from './en/changes.ts';
import { failures } from './en/failures.ts';
import { liveness } from './en/liveness.ts';
import { shell } from './en/shell.ts';
import { window } from './en/window.ts';

export const en = { ...changes, ...liveness, ...failures, ...shell, ...window } as const;
