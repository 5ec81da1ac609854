import type { en } from './en.ts';
import type { Translated } from './translated.ts';
import { changes } from './ko/changes.ts';
import { failures } from './ko/failures.ts';
import { liveness } from './ko/liveness.ts';
import { shell } from './ko/shell.ts';
import { window } from './ko/window.ts';

export const ko: Translated<'ko', typeof en> = {
  ...changes,
  ...liveness,
  ...failures,
  ...shell,
  ...window,
};
