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
import { failureWords } from '../../shared/texts/reason-words.ts';
import { Message } from '../shell/message.tsx';
import { SignInWaiting } from '../shell/sign-in-bar.tsx';
import { useSurroundings } from '../surroundings.ts';
import { DrivePicker } from './drive-picker.tsx';
import { usePicking } from './use-picking.ts';
import { WatchButton } from './watch-button.tsx';

interface AddDriveDialogProps {
  readonly open: boolean;
  readonly isSigningIn: boolean;
  readonly onClose: () => void;
}

export function AddDriveDialog({ open, isSigningIn, onClose }: AddDriveDialogProps): ReactNode {
  return (
    <Dialog open={open} onOpenChange={(_event, data) => data.open || onClose()}>
      <DialogSurface>
        <Adding isSigningIn={isSigningIn} onClose={onClose} />
      </DialogSurface>
    </Dialog>
  );
}

/** Mounted with the dialog, so that each opening looks for drives anew. */
function Adding({ isSigningIn, onClose }: Omit<AddDriveDialogProps, 'open'>): ReactNode {
  const { api, t } = useSurroundings();
  const picking = usePicking(api, false, isSigningIn);
  const watch = async (): Promise<void> => {
    if (await picking.watch()) onClose();
  };
  return (
    <DialogBody>
      <DialogTitle>{t('picker.title')}</DialogTitle>
      <DialogContent>
        {isSigningIn && <SignInWaiting />}
        {picking.failure && <Message intent="error">{failureWords(t, picking.failure)}</Message>}
        <DrivePicker {...picking} />
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
