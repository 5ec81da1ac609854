import { useState } from 'react';
import type { Snapshot } from '../../shared/snapshot.ts';

type Stage = 'sign-in' | 'pick' | 'done';

export interface FirstRun {
  /** Null once the window's own pages are to be shown. */
  readonly stage: Stage | null;
  readonly onPicking: (picking: Picked) => void;
  readonly onFinished: () => void;
}

/** How far picking drives has come in this window. */
export type Picked = 'not-yet' | 'sending' | 'done';

/** Derived from the snapshot; only "done" is remembered, because it is said once. */
export function useFirstRun(snapshot: Snapshot): FirstRun {
  const [picked, setPicked] = useState<Picked>('not-yet');
  const [entered, setEntered] = useState(false);
  const stage = stageOf(snapshot, picked, entered);
  // Who stops watching the last drive stays on the pages, and adds one there.
  if (stage === null && !entered) setEntered(true);
  return { stage, onPicking: setPicked, onFinished: () => setEntered(true) };
}

function stageOf({ accounts, drives }: Snapshot, picked: Picked, entered: boolean): Stage | null {
  if (accounts.length === 0) return 'sign-in';
  if (entered) return null;
  if (picked === 'done') return 'done';
  return drives.length === 0 || picked === 'sending' ? 'pick' : null;
}
