import type { Liveness, LivenessState, Reason } from '../../shared/snapshot.ts';
import type { SourceState } from '../wake/wake-events.ts';

export interface DriveFacts {
  /** Why the last call to Graph for this drive failed; null after a success. */
  readonly trouble: Reason | null;
  /** A reading of the drive has succeeded since the start, names all learned. */
  readonly hasRead: boolean;
  readonly source: SourceState;
  /** The computer woke up a moment ago: a network that is not there yet is nothing to tell. */
  readonly isJustBack: boolean;
}

type Derived = Pick<Liveness, 'state' | 'reason'>;

/** A drive's liveness, from the last operation that succeeded or failed; never from memory of older trouble. */
export function deriveLiveness(facts: DriveFacts): Derived {
  const { trouble, source, isJustBack } = facts;
  const isDown = trouble === null ? source.state === 'down' : trouble !== 'signed-out';
  if (isJustBack && isDown) return { state: 'starting', reason: null };
  if (trouble !== null) return { state: stateOf(trouble), reason: trouble };
  if (!facts.hasRead || source.state === 'connecting') return { state: 'starting', reason: null };
  if (source.state === 'live') return { state: 'live', reason: null };
  return { state: 'polling', reason: source.reason };
}

function stateOf(trouble: Reason): LivenessState {
  if (trouble === 'signed-out') return 'sign-in-needed';
  if (trouble === 'no-network') return 'offline';
  return trouble === 'throttled' ? 'polling' : 'unavailable';
}

/** Keeps `since` while nothing a person would see has changed. */
export function nextLiveness(before: Liveness, derived: Derived, now: number): Liveness {
  return before.state === derived.state && before.reason === derived.reason
    ? before
    : { ...derived, since: before.state === derived.state ? before.since : now };
}

const fromWorst: readonly LivenessState[] = [
  'sign-in-needed',
  'unavailable',
  'offline',
  'polling',
  'starting',
  'live',
];

/**
 * The app is as live as the worst of its drives, and has been since that drive was. Drives over the
 * limit of sockets are only ever checked, and count where there is nothing else.
 */
export function worstLiveness(all: readonly Liveness[]): Liveness {
  const counting = all.filter((drive) => drive.reason !== 'too-many-drives');
  const drives = counting.length > 0 ? counting : all;
  for (const state of fromWorst) {
    const these = drives.filter((drive) => drive.state === state);
    // Trouble is as old as the first of it; all are live only since the last is.
    const first = these
      .toSorted((one, other) => one.since - other.since)
      .at(state === 'live' ? -1 : 0);
    if (first) return first;
  }
  return { state: 'starting', since: 0, reason: null };
}
