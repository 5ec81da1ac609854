import { type ReactNode, useState } from 'react';
import type { AccountView, SignInAsk, Snapshot } from '../../shared/snapshot.ts';
import { useFailures } from '../shell/failure.tsx';
import { Modal } from '../shell/modal.tsx';
import { Question } from '../shell/question.tsx';
import { useSurroundings } from '../surroundings.ts';
import { ClientIdField } from './client-id-field.tsx';
import { CloudChoice } from './cloud-choice.tsx';
import { FlowChoice } from './flow-choice.tsx';
import { useClientId } from './use-client-id.ts';

interface OtherWaysDialogProps {
  /** Null while closed. */
  readonly asked: SignInAsk | null;
  readonly accounts: readonly AccountView[];
  readonly clientIds: Snapshot['clientIds'];
  readonly onClose: () => void;
}

/** In which way and to which cloud to sign in. */
export function OtherWaysDialog({ asked, ...others }: OtherWaysDialogProps): ReactNode {
  return (
    <Modal of={asked} onClose={others.onClose}>
      {(asked) => <OtherWays asked={asked} {...others} />}
    </Modal>
  );
}

interface OtherWaysProps extends OtherWaysDialogProps {
  readonly asked: SignInAsk;
}

function OtherWays({ asked, accounts, clientIds, onClose }: OtherWaysProps): ReactNode {
  const { api, t } = useSurroundings();
  const { act } = useFailures();
  const [flow, setFlow] = useState(asked.flow);
  const [cloud, setCloud] = useState(asked.cloud);
  const entry = useClientId();
  const account = accounts.find(({ accountId }) => accountId === asked.accountId);
  const unregistered = clientIds[cloud].source === 'none';

  async function signIn(): Promise<void> {
    if (unregistered && !(await entry.save(cloud))) return;
    onClose();
    await act(api.signIn({ accountId: asked.accountId, cloud, flow }));
  }

  return (
    <Question
      title={account ? t('ways.title-account', { username: account.username }) : t('ways.title')}
      confirm={t('ways.button')}
      sending={entry.sending}
      onConfirm={() => void signIn()}
      onClose={onClose}
    >
      <FlowChoice flow={flow} onFlow={setFlow} />
      {!account && <CloudChoice cloud={cloud} onCloud={setCloud} />}
      {unregistered && <ClientIdField entry={entry} hint={t('ways.own-registration')} />}
    </Question>
  );
}
