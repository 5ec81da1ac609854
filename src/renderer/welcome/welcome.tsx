import type { ReactNode } from 'react';
import type { Snapshot } from '../../shared/snapshot.ts';
import { DonePanel } from './done-panel.tsx';
import { PickPanel } from './pick-panel.tsx';
import { RegisterPanel } from './register-panel.tsx';
import { SignInPanel } from './sign-in-panel.tsx';
import { type FirstRun, type Stage, stepOf } from './use-first-run.ts';
import { WaitingPanel } from './waiting-panel.tsx';

interface WelcomeProps {
  readonly snapshot: Snapshot;
  readonly stage: Stage;
  readonly firstRun: FirstRun;
}

/** The first run: register where that is needed, sign in, pick drives, done. */
export function Welcome({ snapshot, stage, firstRun }: WelcomeProps): ReactNode {
  const { onPicking, onFinished } = firstRun;
  const { signIn } = snapshot;
  const step = stepOf(stage, snapshot);
  if (stage === 'register') return <RegisterPanel step={step} />;
  if (stage === 'done') {
    return <DonePanel step={step} snapshot={snapshot} onFinished={onFinished} />;
  }
  if (stage === 'pick') return <PickPanel step={step} snapshot={snapshot} onPicking={onPicking} />;
  if (signIn.state === 'waiting') return <WaitingPanel step={step} waiting={signIn} />;
  return <SignInPanel step={step} signIn={signIn} snapshot={snapshot} />;
}
