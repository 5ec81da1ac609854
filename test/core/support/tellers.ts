import { Teller, type TellerParts } from '../../../src/core/notices/teller.ts';
import { usualWishes } from '../../../src/core/notices/wishes.ts';
import { Decisions } from '../../../src/core/store/decisions.ts';
import type { Store } from './doubles.ts';

/** As a start of the app makes it: all it knows is in the store. */
export function tellerOf(
  { activity, database }: Pick<Store, 'activity' | 'database'>,
  parts: Pick<TellerParts, 'clock'> & Partial<TellerParts>,
): Teller {
  return new Teller({
    activity,
    decisions: new Decisions(database),
    notifier: { show: () => undefined, alarm: () => undefined, close: () => undefined },
    wayUp: () => new Set(),
    partOf: () => null,
    moment: () => ({
      wishes: usualWishes,
      pausedUntil: null,
      isCatchingUp: false,
      reachedAt: null,
    }),
    onDecided: () => undefined,
    ...parts,
  });
}
