import type { ReactNode } from 'react';
import { useFailures } from '../shell/failure.tsx';
import { Modal } from '../shell/modal.tsx';
import { Question } from '../shell/question.tsx';
import { useSurroundings } from '../surroundings.ts';

interface WeakStorageDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What it means to keep a sign-in where no keyring guards it. */
export function WeakStorageDialog({ open, onClose }: WeakStorageDialogProps): ReactNode {
  const { api, t } = useSurroundings();
  const { act } = useFailures();
  const keep = (): void => {
    onClose();
    void act(api.allowWeakStorage(true));
  };
  return (
    <Modal question of={open ? open : null} onClose={onClose}>
      {() => (
        <Question
          title={t('weak-storage.title')}
          confirm={t('weak-storage.confirm')}
          onConfirm={keep}
          onClose={onClose}
        >
          {t('weak-storage.body')}
        </Question>
      )}
    </Modal>
  );
}
