import type { en } from './en.ts';
import type { Translated } from './translated.ts';
import { changes } from './de/changes.ts';
import { failures } from './de/failures.ts';
import { liveness } from './de/liveness.ts';
import { shell } from './de/shell.ts';
import { window } from './de/window.ts';

export const de: Translated<'de', typeof en> = {
  ...changes,
  ...liveness,
  ...failures,
  ...shell,
  ...window,
};
