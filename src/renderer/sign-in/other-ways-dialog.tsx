import { type ReactNode, useState } from 'react';
import type { AccountView, CloudId, SignInAsk, Snapshot } from '../../shared/snapshot.ts';
import { useFailures } from '../shell/failure.tsx';
import { Modal } from '../shell/modal.tsx';
import { Question } from '../shell/question.tsx';
import { useWhileDrawn } from '../shell/use-while-drawn.ts';
import { useSurroundings } from '../surroundings.ts';
import { ClientIdField } from './client-id-field.tsx';
import { CloudChoice } from './cloud-choice.tsx';
import { FlowChoice } from './flow-choice.tsx';
import { useClientId } from './use-client-id.ts';

export interface Ways {
  /** What to begin from. */
  readonly asked: SignInAsk;
  /** The client ID that was typed in is to be changed as well. */
  readonly changes: boolean;
}

interface OtherWaysDialogProps {
  /** Null while closed. */
  readonly ways: Ways | null;
  readonly accounts: readonly AccountView[];
  readonly clientIds: Snapshot['clientIds'];
  readonly onClose: () => void;
}

/** In which way and to which cloud to sign in. */
export function OtherWaysDialog({ ways, ...others }: OtherWaysDialogProps): ReactNode {
  return (
    <Modal of={ways} onClose={others.onClose}>
      {(ways) => <OtherWays ways={ways} {...others} />}
    </Modal>
  );
}

interface OtherWaysProps extends OtherWaysDialogProps {
  readonly ways: Ways;
}

function OtherWays({ ways, accounts, clientIds, onClose }: OtherWaysProps): ReactNode {
  const { asked, changes } = ways;
  const { api, t } = useSurroundings();
  const { act } = useFailures();
  const [flow, setFlow] = useState(asked.flow);
  const [cloud, setCloud] = useState(asked.cloud);
  const entry = useClientId(clientIds[cloud].value);
  const account = accounts.find(({ accountId }) => accountId === asked.accountId);
  const { source } = clientIds[cloud];
  const asksId = source === 'none' || (changes && source === 'settings');

  function chooseCloud(next: CloudId): void {
    setCloud(next);
    entry.onValue(clientIds[next].value);
  }

  const close = useWhileDrawn(onClose);
  async function signIn(): Promise<void> {
    if (asksId && !(await entry.save(cloud))) return;
    close();
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
      {!account && <CloudChoice cloud={cloud} onCloud={chooseCloud} />}
      {asksId && <ClientIdField entry={entry} hint={t('ways.own-registration')} />}
    </Question>
  );
}
