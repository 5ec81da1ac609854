import type { Clock } from '../ports.ts';

const everyMs = 15_000;
const lateMs = 30_000;

/**
 * A timer that fires late means that the computer has slept, or stood still: told where the system
 * itself says nothing of it. Returns the undo.
 */
export function onLateTimer(clock: Clock, listener: () => void): () => void {
  let expected = clock.now() + everyMs;
  const timer = setInterval(() => {
    const late = clock.now() - expected;
    expected = clock.now() + everyMs;
    if (late > lateMs) listener();
  }, everyMs);
  return () => clearInterval(timer);
}
