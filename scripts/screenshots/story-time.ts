import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../support/root.ts';

export const shiftedTime = join(root, 'scripts/screenshots/shifted-time.cjs');

const trueNow = Date.now;

const { shiftTime } = createRequire(import.meta.url)(shiftedTime) as {
  readonly shiftTime: (shift: { readonly ms: number }) => void;
};
const shift = (globalThis as unknown as { readonly timeShift: { ms: number } }).timeShift;

/** How far the story's time is from the true one. */
export function shiftMs(): number {
  return shift.ms;
}

/** It is now this moment, here and in whatever is launched from now on. */
export function setTime(moment: string): void {
  shift.ms = Date.parse(moment) - trueNow();
}

/** Does something at this moment, in the simulator that runs here. */
export function at<T>(moment: string, act: () => T): T {
  const before = shift.ms;
  setTime(moment);
  try {
    return act();
  } finally {
    shift.ms = before;
  }
}

/** For the window, which has a clock of its own. */
export function shiftScript(): string {
  return `(${shiftTime.toString()})({ ms: ${shift.ms} });`;
}
