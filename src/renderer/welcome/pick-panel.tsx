import type { ReactNode } from 'react';
import { HardDrive48Regular } from '@fluentui/react-icons/svg/hard-drive';
import type { Snapshot } from '../../shared/snapshot.ts';
import { DrivePicker } from '../drives/drive-picker.tsx';
import { usePicking } from '../drives/use-picking.ts';
import { WatchButton } from '../drives/watch-button.tsx';
import { FailureMessage } from '../shell/failure-message.tsx';
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
  const { api, t } = useSurroundings();
  const { accounts, signIn } = snapshot;
  const picking = usePicking(api, true, signIn.state === 'waiting');
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
        picking.choices.found?.ok && (
          <WatchButton
            large
            count={picking.picked.size}
            sending={picking.sending}
            onWatch={() => void watch()}
          />
        )
      }
    >
      <SignInBar fresh snapshot={snapshot} />
      {picking.failure && <FailureMessage code={picking.failure} />}
      <DrivePicker {...picking} accounts={accounts} />
    </Panel>
  );
}
