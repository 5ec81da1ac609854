import type { ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { WatchedDriveView } from '../../shared/snapshot.ts';
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
    <Dialog modalType="alert" open={open} onOpenChange={(_event, data) => data.open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('drives.stop.title', { drive: drive.name })}</DialogTitle>
          <DialogContent>{t('drives.stop.body')}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={confirm}>
              {t('drives.stop')}
            </Button>
            <Button onClick={onClose}>{t('app.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
