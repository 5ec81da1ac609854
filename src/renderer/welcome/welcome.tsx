import type { ReactNode } from 'react';
import type { Snapshot } from '../../shared/snapshot.ts';
import { DonePanel } from './done-panel.tsx';
import { PickPanel } from './pick-panel.tsx';
import { SignInPanel } from './sign-in-panel.tsx';
import type { FirstRun } from './use-first-run.ts';

interface WelcomeProps {
  readonly snapshot: Snapshot;
  readonly firstRun: FirstRun;
}

/** The first run: sign in, pick drives, done. */
export function Welcome({ snapshot, firstRun }: WelcomeProps): ReactNode {
  const { stage, onPicking, onFinished } = firstRun;
  if (stage === 'done') return <DonePanel snapshot={snapshot} onFinished={onFinished} />;
  if (stage === 'pick') {
    const isSigningIn = snapshot.signIn.state === 'waiting';
    return <PickPanel isSigningIn={isSigningIn} onPicking={onPicking} />;
  }
  return <SignInPanel signIn={snapshot.signIn} troubles={snapshot.troubles} />;
}
