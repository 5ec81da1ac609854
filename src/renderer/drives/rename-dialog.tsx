import { type ReactNode, useState } from 'react';
import { Field, Input } from '@fluentui/react-components';
import type { FailureCode } from '../../shared/ipc.ts';
import type { WatchedDriveView } from '../../shared/snapshot.ts';
import { FailureMessage } from '../shell/failure-message.tsx';
import { settled } from '../shell/failure.tsx';
import { Modal } from '../shell/modal.tsx';
import { Question } from '../shell/question.tsx';
import { useWhileDrawn } from '../shell/use-while-drawn.ts';
import { useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';

const longestLabel = 100;

interface RenameDialogProps {
  /** Null while closed. */
  readonly drive: WatchedDriveView | null;
  readonly onClose: () => void;
}

export function RenameDialog({ drive, onClose }: RenameDialogProps): ReactNode {
  return (
    <Modal of={drive} onClose={onClose}>
      {(drive) => <Renaming drive={drive} onClose={onClose} />}
    </Modal>
  );
}

interface RenamingProps {
  readonly drive: WatchedDriveView;
  readonly onClose: () => void;
}

function Renaming({ drive, onClose }: RenamingProps): ReactNode {
  const { watchId, microsoftName } = drive;
  const { api } = useSurroundings();
  const t = useAllWords();
  const [name, setName] = useState(drive.name);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const close = useWhileDrawn(onClose);
  const rename = async (): Promise<void> => {
    setSending(true);
    const outcome = await settled(api.renameDrive(watchId, name));
    setSending(false);
    if (outcome.ok) close();
    else setFailure(outcome.code);
  };
  return (
    <Question
      title={t('drives.rename.title', { drive: drive.name })}
      confirm={t('drives.rename.save')}
      sending={sending}
      onConfirm={() => void rename()}
      onClose={onClose}
    >
      {failure && <FailureMessage code={failure} drive={drive.name} />}
      <Field
        label={t('drives.rename.name')}
        hint={t('drives.rename.note', { name: microsoftName })}
      >
        <Input
          value={name}
          placeholder={microsoftName}
          maxLength={longestLabel}
          onFocus={({ target }) => target.select()}
          onChange={(_event, { value }) => setName(value)}
        />
      </Field>
    </Question>
  );
}
