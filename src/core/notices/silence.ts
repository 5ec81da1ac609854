import { isPaused, type PausedUntil } from './pause.ts';
import type { TellableRow } from '../store/activity-row.ts';
import { nextDelivery } from './delivery.ts';
import type { Silence } from '../../shared/wishes.ts';
import { quietUntil } from './quiet-hours.ts';
import type { Wishes } from './wishes.ts';

/** After this long with a network whoever is back is told what is known, even if some drives cannot be read. */
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
  /** When the first of the drives was read since: the network may have come later. Null: none was. */
  readonly reachedAt: number | null;
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
  return isJustBack(moment) && at < backAt - skewMs ? 'away' : null;
}

/** What is found may still have happened while the reader was away. */
export function isJustBack(moment: Back & Pick<Moment, 'now'>): boolean {
  const since = backSince(moment);
  return moment.now >= since && moment.now - since < backMs;
}

/** It was found on coming back, and may have happened at any time since the drive was read before. */
export function isFromAway(
  { at, notBefore }: { readonly at: number; readonly notBefore: number | null },
  back: Back,
): boolean {
  const { backAt } = back;
  const isOpen = notBefore !== null && notBefore < backAt - skewMs;
  return isOpen && at >= backAt && at - backSince(back) < backMs;
}

type Back = Pick<Moment, 'backAt' | 'reachedAt'>;

/** Before, nothing can have been found. */
function backSince({ backAt, reachedAt }: Back): number {
  return Math.max(backAt, reachedAt ?? backAt);
}

/** When what is kept since then is to be told, in ms since 1970; null: not before somebody says so. */
export function dueAt(keptSince: number, moment: Moment): number | null {
  const { wishes, pausedUntil, isCatchingUp, now } = moment;
  const since = backSince(moment);
  if (pausedUntil === 'until-resumed') return null;
  const silentUntil = Math.max(pausedUntil ?? 0, quietUntil(wishes.quietHours, now) ?? 0);
  const caughtUpAt = isCatchingUp && now >= since ? since + catchingUpMs : 0;
  const delivered =
    wishes.delivery.every === 'change' ? 0 : nextDelivery(wishes.delivery, keptSince);
  return Math.max(silentUntil, caughtUpAt, delivered);
}
