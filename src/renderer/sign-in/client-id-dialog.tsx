import type { ReactNode } from 'react';
import type { CloudId, Snapshot } from '../../shared/snapshot.ts';
import { Modal } from '../shell/modal.tsx';
import { Question } from '../shell/question.tsx';
import { useWhileDrawn } from '../shell/use-while-drawn.ts';
import { ClientIdField } from './client-id-field.tsx';
import { useClientId } from './use-client-id.ts';
import { useAllWords } from '../all-words.ts';

interface ClientIdDialogProps {
  /** Null while closed. */
  readonly cloud: CloudId | null;
  readonly clientIds: Snapshot['clientIds'];
  readonly onClose: () => void;
}

export function ClientIdDialog({ cloud, clientIds, onClose }: ClientIdDialogProps): ReactNode {
  return (
    <Modal of={cloud} onClose={onClose}>
      {(cloud) => <Changing cloud={cloud} known={clientIds[cloud].value} onClose={onClose} />}
    </Modal>
  );
}

interface ChangingProps {
  readonly cloud: CloudId;
  readonly known: string;
  readonly onClose: () => void;
}

function Changing({ cloud, known, onClose }: ChangingProps): ReactNode {
  const t = useAllWords();
  const entry = useClientId(known);
  const close = useWhileDrawn(onClose);
  const change = async (): Promise<void> => {
    if (await entry.save(cloud)) close();
  };
  return (
    <Question
      title={t('client-id.change')}
      confirm={t('settings.registration.change')}
      sending={entry.sending}
      onConfirm={() => void change()}
      onClose={onClose}
    >
      {t('settings.registration.note', { cloud: t(`cloud.${cloud}`) })}
      <ClientIdField entry={entry} />
    </Question>
  );
}
