import type { ReactNode } from 'react';
import { HardDrive48Regular } from '@fluentui/react-icons/svg/hard-drive';
import { failureWords } from '../../shared/texts/reason-words.ts';
import { DrivePicker } from '../drives/drive-picker.tsx';
import { usePicking } from '../drives/use-picking.ts';
import { WatchButton } from '../drives/watch-button.tsx';
import { Message } from '../shell/message.tsx';
import { SignInWaiting } from '../shell/sign-in-bar.tsx';
import { useSurroundings } from '../surroundings.ts';
import { Panel } from './panel.tsx';
import type { Picked } from './use-first-run.ts';

interface PickPanelProps {
  readonly isSigningIn: boolean;
  readonly onPicking: (picked: Picked) => void;
}

export function PickPanel({ isSigningIn, onPicking }: PickPanelProps): ReactNode {
  const { api, t } = useSurroundings();
  const picking = usePicking(api, true, isSigningIn);
  // Said before it is sent: the new drives may come by push before the answer does.
  const watch = async (): Promise<void> => {
    onPicking('sending');
    onPicking((await picking.watch()) ? 'done' : 'not-yet');
  };
  return (
    <Panel
      step={2}
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
      {isSigningIn && <SignInWaiting />}
      {picking.failure && <Message intent="error">{failureWords(t, picking.failure)}</Message>}
      <DrivePicker {...picking} />
    </Panel>
  );
}
