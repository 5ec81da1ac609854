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
import type { Snapshot } from '../../shared/snapshot.ts';
import { FailureMessage } from '../shell/failure-message.tsx';
import { SignInBar } from '../shell/sign-in-bar.tsx';
import { useSurroundings } from '../surroundings.ts';
import { DrivePicker } from './drive-picker.tsx';
import { usePicking } from './use-picking.ts';
import { WatchButton } from './watch-button.tsx';

interface AddDriveDialogProps {
  readonly open: boolean;
  readonly snapshot: Snapshot;
  readonly onClose: () => void;
}

export function AddDriveDialog({ open, snapshot, onClose }: AddDriveDialogProps): ReactNode {
  return (
    <Dialog open={open} onOpenChange={(_event, data) => data.open || onClose()}>
      <DialogSurface>
        <Adding snapshot={snapshot} onClose={onClose} />
      </DialogSurface>
    </Dialog>
  );
}

/** Mounted with the dialog, so that each opening looks for drives anew. */
function Adding({ snapshot, onClose }: Omit<AddDriveDialogProps, 'open'>): ReactNode {
  const { api, t } = useSurroundings();
  const { accounts, signIn } = snapshot;
  const picking = usePicking(api, false, signIn.state === 'waiting');
  const watch = async (): Promise<void> => {
    if (await picking.watch()) onClose();
  };
  return (
    <DialogBody>
      <DialogTitle>{t('picker.title')}</DialogTitle>
      <DialogContent>
        <SignInBar fresh snapshot={snapshot} />
        {picking.failure && <FailureMessage code={picking.failure} />}
        <DrivePicker {...picking} accounts={accounts} />
      </DialogContent>
      <DialogActions>
        <WatchButton
          count={picking.picked.size}
          sending={picking.sending}
          onWatch={() => void watch()}
        />
        <Button onClick={onClose}>{t('app.cancel')}</Button>
      </DialogActions>
    </DialogBody>
  );
}
