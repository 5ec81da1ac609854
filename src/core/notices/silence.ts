import { isPaused, type PausedUntil } from './pause.ts';
import type { TellableRow } from '../store/activity-row.ts';
import { nextDelivery } from './delivery.ts';
import type { Silence } from '../../shared/wishes.ts';
import { quietUntil } from './quiet-hours.ts';
import type { Wishes } from './wishes.ts';

/** After this long whoever is back is told what is known, even if some drives cannot be read. */
const catchingUpMs = 20_000;
/** What happened while the reader was away is found by then, or was not missed. */
const backMs = 2 * 60_000;
/** Clocks differ, and Microsoft's has no milliseconds. */
const skewMs = 5000;

export interface Moment {
  readonly wishes: Wishes;
  readonly pausedUntil: PausedUntil;
  /** When the app was started or the computer woke up, in ms since 1970. */
  readonly backAt: number;
  /** Not all drives have been read since. */
  readonly isCatchingUp: boolean;
  readonly now: number;
}

/** Why a change is not told now; null: it is. */
export function silenceOf({ at }: TellableRow, moment: Moment): Silence | null {
  const { wishes, pausedUntil, backAt, now } = moment;
  if (isPaused(pausedUntil, now)) return 'paused';
  if (quietUntil(wishes.quietHours, now) !== null) return 'quiet-hours';
  if (wishes.delivery.every !== 'change') return 'digest';
  const isBack = now >= backAt && now - backAt < backMs;
  return isBack && at < backAt - skewMs ? 'away' : null;
}

/** When what is kept since then is to be told, in ms since 1970; null: not before somebody says so. */
export function dueAt(keptSince: number, moment: Moment): number | null {
  const { wishes, pausedUntil, backAt, isCatchingUp, now } = moment;
  if (pausedUntil === 'until-resumed') return null;
  const silentUntil = Math.max(pausedUntil ?? 0, quietUntil(wishes.quietHours, now) ?? 0);
  const caughtUpAt = isCatchingUp && now >= backAt ? backAt + catchingUpMs : 0;
  const delivered =
    wishes.delivery.every === 'change' ? 0 : nextDelivery(wishes.delivery, keptSince);
  return Math.max(silentUntil, caughtUpAt, delivered);
}
