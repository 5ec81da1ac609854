import { type ReactNode, useState } from 'react';
import { Button, useRestoreFocusTarget } from '@fluentui/react-components';
import { HardDrive48Regular } from '@fluentui/react-icons/svg/hard-drive';
import type { Snapshot } from '../../shared/snapshot.ts';
import { DrivePicker } from '../adding/drive-picker.tsx';
import { usePicking } from '../adding/use-picking.ts';
import { WatchButton } from '../adding/watch-button.tsx';
import { MoreWays } from '../lazy-pages.tsx';
import { FailureMessage } from '../shell/failure-message.tsx';
import { useEver } from '../shell/use-ever.ts';
import { SignInBar } from '../shell/sign-in-bar.tsx';
import { useSurroundings } from '../surroundings.ts';
import { Panel } from './panel.tsx';
import type { Picked, Step } from './use-first-run.ts';

interface PickPanelProps {
  readonly step: Step;
  readonly snapshot: Snapshot;
  readonly onPicking: (picked: Picked) => void;
}

export function PickPanel({ step, snapshot, onPicking }: PickPanelProps): ReactNode {
  const { t } = useSurroundings();
  const { accounts, signIn } = snapshot;
  const picking = usePicking({ suggests: true, isSigningIn: signIn.state === 'waiting' });
  const [adding, setAdding] = useState(false);
  const wasAdding = useEver(adding);
  const restored = useRestoreFocusTarget();
  // Said before it is sent: the new drives may come by push before the answer does.
  const watch = async (): Promise<void> => {
    onPicking('sending');
    onPicking((await picking.watch()) ? 'done' : 'not-yet');
  };
  return (
    <Panel
      step={step}
      icon={<HardDrive48Regular />}
      title={t('welcome.pick.title')}
      body={[t('welcome.pick.body')]}
      foot={
        <>
          {picking.choices.found?.ok && (
            <WatchButton
              large
              count={picking.picked.size}
              sending={picking.sending}
              onWatch={() => void watch()}
            />
          )}
          <Button appearance="transparent" onClick={() => setAdding(true)} {...restored}>
            {t('picker.more-ways')}
          </Button>
        </>
      }
    >
      <SignInBar fresh snapshot={snapshot} />
      {picking.failure && <FailureMessage code={picking.failure} />}
      <DrivePicker {...picking} accounts={accounts} />
      {wasAdding && (
        <MoreWays
          open={adding}
          snapshot={snapshot}
          picking={picking}
          onWatch={() => void watch()}
          onClose={() => setAdding(false)}
        />
      )}
    </Panel>
  );
}
