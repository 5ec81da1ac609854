import type { ReactNode } from 'react';
import type { WatchedDriveView } from '../../shared/snapshot.ts';
import { Modal } from '../shell/modal.tsx';
import { Question } from '../shell/question.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useDriveActions } from './use-drive-actions.ts';

interface StopDialogProps {
  readonly drive: WatchedDriveView;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function StopDialog({ drive, open, onClose }: StopDialogProps): ReactNode {
  const { t } = useSurroundings();
  const { stop } = useDriveActions(drive);
  const confirm = (): void => {
    onClose();
    stop();
  };
  return (
    <Modal question of={open ? drive : null} onClose={onClose}>
      {({ name }) => (
        <Question
          title={t('drives.stop.title', { drive: name })}
          confirm={t('drives.stop')}
          onConfirm={confirm}
          onClose={onClose}
        >
          {t('drives.stop.body')}
        </Question>
      )}
    </Modal>
  );
}
