import type { LivenessState, Snapshot, WatchedDriveView } from '../snapshot.ts';
import { affectedWords, inState, withoutOverLimit } from './affected-words.ts';
import { momentWords } from './moments.ts';
import { asSentence, reasonWords } from './reason-words.ts';
import type { TextKey, Translate } from './translate.ts';

const stateKeys = {
  starting: 'word.starting',
  live: 'word.live',
  polling: 'word.polling',
  offline: 'word.offline',
  'sign-in-needed': 'word.sign-in-needed',
  unavailable: 'word.unavailable',
} as const satisfies Record<LivenessState, TextKey>;

/** A state in a word or three; while polling, how often when that is known. */
export function livenessWord(
  t: Translate,
  state: LivenessState,
  pollSeconds: number | null = null,
): string {
  if (state !== 'polling' || pollSeconds === null) return t(stateKeys[state]);
  return t('word.polling-every', { count: Math.max(1, Math.round(pollSeconds / 60)) });
}

/** The one line of truth above the content and in the tray. */
export function livenessLine(
  t: Translate,
  snapshot: Snapshot,
  now: number,
  locale: string,
): string {
  const { state, since } = snapshot.liveness;
  const all = snapshot.drives.length;
  if (all === 0) return t(snapshot.accounts.length === 0 ? 'line.no-account' : 'line.no-drives');
  if (state === 'live' || state === 'starting') return countLine(t, snapshot.drives, state);
  const word =
    state === 'offline'
      ? t('line.offline', { time: momentWords(since, now, locale) })
      : wordOf(t, state, snapshot.drives);
  return affectedWords(t, { word, state, drives: snapshot.drives });
}

/** Some may not be live though all is well: those over the limit of live drives are checked. */
function countLine(
  t: Translate,
  drives: readonly WatchedDriveView[],
  state: 'live' | 'starting',
): string {
  const all = drives.length;
  const count = inState(drives, state).length;
  return count === all ? t(`line.${state}`, { count }) : t(`line.${state}-of`, { count, all });
}

/** How often, where the drives are checked: as seldom as the least of them. */
function wordOf(t: Translate, state: LivenessState, drives: readonly WatchedDriveView[]): string {
  const affected = inState(withoutOverLimit(drives), state);
  return livenessWord(t, state, Math.max(60, ...affected.map((drive) => drive.pollSeconds ?? 60)));
}

/** A drive's trouble as one sentence, or null where there is nothing to explain. */
export function driveSentence(t: Translate, drive: WatchedDriveView): string | null {
  const { reason } = drive.liveness;
  return reason === null ? null : asSentence(reasonWords(t, reason, drive.name));
}

/** "Paused until 15:00" or, while nobody has paused, "Quiet until 07:00"; null while all is told. */
export function pauseWords(
  t: Translate,
  { pausedUntil, quietUntil }: Pick<Snapshot, 'pausedUntil' | 'quietUntil'>,
  now: number,
  locale: string,
): string | null {
  if (pausedUntil === 'until-resumed') return t('word.paused');
  const words = (key: TextKey, until: number): string =>
    t(key, { time: momentWords(until, now, locale) });
  if (pausedUntil !== null && pausedUntil > now) return words('word.paused-until', pausedUntil);
  if (quietUntil !== null && quietUntil > now) return words('word.quiet-until', quietUntil);
  return null;
}

/** Nobody is told until somebody resumes, or a while is over. */
export function isPaused({ pausedUntil }: Pick<Snapshot, 'pausedUntil'>, now: number): boolean {
  return pausedUntil === 'until-resumed' || (pausedUntil !== null && pausedUntil > now);
}
