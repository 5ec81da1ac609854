import type { LivenessState, Reason, WatchedDriveView } from '../snapshot.ts';
import { reasonWords } from './reason-words.ts';
import type { Translate } from './translate.ts';

type Drives = readonly WatchedDriveView[];

export function inState(drives: Drives, state: LivenessState): Drives {
  return drives.filter((drive) => drive.liveness.state === state);
}

/** As for the app's own state: drives over the limit count where there is nothing else. */
export function withoutOverLimit(drives: Drives): Drives {
  const counting = drives.filter((drive) => drive.liveness.reason !== 'too-many-drives');
  return counting.length > 0 ? counting : drives;
}

/** The drives in a state, said after its word: which, and why where that is one thing. */
export function affectedWords(
  t: Translate,
  { word, state, drives }: { word: string; state: LivenessState; drives: Drives },
): string {
  const counting = withoutOverLimit(drives);
  const affected = inState(counting, state);
  const [first] = affected;
  if (!first) return word;
  const isAll = affected.length === counting.length;
  if (state === 'offline' && isAll) return word;
  const which = affected.length === 1 ? first.name : countWords(t, affected.length, drives.length);
  const reason = sharedReason(affected);
  if (state === 'unavailable' && !isAll) return unavailableWords(t, which, affected.length, reason);
  const isSaid = state === 'offline' || (state === 'sign-in-needed' && affected.length > 1);
  if (reason === null || isSaid) return t('line.with-reason', { state: word, reason: which });
  const whose = isAll && affected.length > 1 ? t('your-drives') : which;
  return t('line.with-reason', { state: word, reason: reasonWords(t, reason, whose) });
}

/** Else it would read as if it held for all. */
function unavailableWords(
  t: Translate,
  which: string,
  count: number,
  reason: Reason | null,
): string {
  const state = t('line.unavailable', { drives: which, count });
  if (reason === null) return state;
  const whose = t(count === 1 ? 'this-drive' : 'these-drives');
  return t('line.with-reason', { state, reason: reasonWords(t, reason, whose) });
}

function countWords(t: Translate, count: number, all: number): string {
  return count === all
    ? t('line.all-drives', { all })
    : t('line.drives-of', { drives: count, all });
}

/** Null: there are several, or none. */
export function sharedReason(drives: readonly Pick<WatchedDriveView, 'liveness'>[]): Reason | null {
  const [reason, ...others] = new Set(drives.map(({ liveness }) => liveness.reason));
  return others.length > 0 ? null : (reason ?? null);
}
