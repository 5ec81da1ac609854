import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { Alert48Regular } from '@fluentui/react-icons/svg/alert';
import type { SignInView, Snapshot } from '../../shared/snapshot.ts';
import { FailureMessage } from '../shell/failure-message.tsx';
import { useFailures } from '../shell/failure.tsx';
import { TroubleMessage } from '../shell/trouble-message.tsx';
import { anyone } from '../sign-in/asks.ts';
import { givenClientId, mayBeClientId } from '../sign-in/failed-id.ts';
import { OtherWaysButton } from '../sign-in/other-ways-button.tsx';
import { useSignIn } from '../sign-in/sign-in.tsx';
import { useSurroundings } from '../surroundings.ts';
import { ChangeIdButton } from './change-id-button.tsx';
import { Panel } from './panel.tsx';
import { TryOut } from './try-out.tsx';
import type { Step } from './use-first-run.ts';

interface SignInPanelProps {
  readonly step: Step;
  readonly signIn: Exclude<SignInView, { state: 'waiting' }>;
  readonly snapshot: Snapshot;
  /** Back to registering, to change what was typed in there. */
  readonly onRegister: () => void;
}

export function SignInPanel(props: SignInPanelProps): ReactNode {
  const { step, signIn, snapshot, onRegister } = props;
  const { t } = useSurroundings();
  const { failure } = useFailures();
  const signIns = useSignIn();
  const failed = signIn.state === 'failed' ? signIn : null;
  const asked = failed?.asked ?? anyone;
  const code = failure?.code ?? failed?.failure ?? null;
  const changes = failed !== null && mayBeClientId(failed, snapshot.clientIds);
  return (
    <Panel
      step={step}
      icon={<Alert48Regular />}
      title={t('welcome.sign-in.title')}
      body={[t('welcome.sign-in.body')]}
      foot={
        <>
          <Button appearance="primary" size="large" onClick={() => signIns.signIn(asked)}>
            {t(code === null ? 'welcome.sign-in.button' : 'app.retry')}
          </Button>
          <OtherWaysButton from={asked} />
          <TryOut />
        </>
      }
    >
      {snapshot.troubles.map((trouble) => (
        <TroubleMessage key={trouble} trouble={trouble} />
      ))}
      {code !== null && (
        <FailureMessage
          code={code}
          intent={code === 'cancelled' ? 'info' : 'error'}
          clientId={failure ? null : givenClientId(signIn, snapshot.clientIds)}
          action={changes && <ChangeIdButton asked={asked} onRegister={onRegister} />}
        />
      )}
    </Panel>
  );
}
