import { type ReactNode, useState } from 'react';
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
  const { clientIds, signIn } = snapshot;
  const [changing, setChanging] = useState(false);
  // Whatever came of it is shown instead.
  if (changing && signIn.state !== 'failed') setChanging(false);
  const step = stepOf(stage, snapshot);
  if (stage === 'register') return <RegisterPanel step={step} />;
  if (stage === 'done') {
    return <DonePanel step={step} snapshot={snapshot} onFinished={onFinished} />;
  }
  if (stage === 'pick') return <PickPanel step={step} snapshot={snapshot} onPicking={onPicking} />;
  if (signIn.state === 'waiting') return <WaitingPanel step={step} waiting={signIn} />;
  if (changing) {
    const known = clientIds.global.value;
    const onDone = (): void => setChanging(false);
    return <RegisterPanel step={stepOf('register', snapshot)} change={{ known, onDone }} />;
  }
  return (
    <SignInPanel
      step={step}
      signIn={signIn}
      snapshot={snapshot}
      onRegister={() => setChanging(true)}
    />
  );
}
