import { useState } from 'react';
import type { Snapshot } from '../../shared/snapshot.ts';

export type Stage = 'register' | 'sign-in' | 'pick' | 'done';

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

/** On which panel a window begins that shows this first. */
export function firstStage(snapshot: Snapshot): Stage | null {
  return stageOf(snapshot, 'not-yet', false);
}

function stageOf(snapshot: Snapshot, picked: Picked, entered: boolean): Stage | null {
  if (snapshot.accounts.length === 0) return unregistered(snapshot) ? 'register' : 'sign-in';
  if (entered) return null;
  if (picked === 'done') return 'done';
  return snapshot.drives.length === 0 || picked === 'sending' ? 'pick' : null;
}

/** A sign-in to another cloud needs no registration in the global one. */
function unregistered({ clientIds, signIn }: Snapshot): boolean {
  if (clientIds.global.source !== 'none' || signIn.state === 'waiting') return false;
  return signIn.state === 'idle' || signIn.asked.cloud === 'global';
}

export interface Step {
  readonly step: number;
  readonly of: number;
}

/** Registering is a step only of those who have to do it, or had to. */
export function stepOf(stage: Stage, { clientIds }: Snapshot): Step {
  const { source } = clientIds.global;
  const stages: readonly Stage[] =
    source === 'none' || source === 'settings'
      ? ['register', 'sign-in', 'pick', 'done']
      : ['sign-in', 'pick', 'done'];
  return { step: stages.indexOf(stage) + 1, of: stages.length };
}
