import type { ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { Snapshot } from '../../shared/snapshot.ts';
import { type Picking, usePicking } from './use-picking.ts';
import { WatchButton } from './watch-button.tsx';
import { FailureMessage } from '../shell/failure-message.tsx';
import { SignInBar } from '../shell/sign-in-bar.tsx';
import { useWhileDrawn } from '../shell/use-while-drawn.ts';
import { useAllWords } from '../all-words.ts';
import { Chosen } from './chosen.tsx';
import { Ways } from './ways.tsx';

const useStyles = makeStyles({
  surface: { maxWidth: '640px' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    // As high as it gets from the start: what is found must not make it jump.
    minHeight: 'min(420px, 56vh)',
  },
  actions: {
    justifySelf: 'stretch',
    justifyContent: 'end',
    alignItems: 'center',
    minWidth: 0,
    '& > button': { flexShrink: 0 },
  },
});

interface AddDriveDialogProps {
  readonly open: boolean;
  readonly snapshot: Snapshot;
  readonly onClose: () => void;
}

/** Everything that can be watched, by whatever way one comes to it. */
export function AddDriveDialog({ open, snapshot, onClose }: AddDriveDialogProps): ReactNode {
  return (
    <AddDriveFrame open={open} onClose={onClose}>
      <Adding snapshot={snapshot} onClose={onClose} />
    </AddDriveFrame>
  );
}

interface FrameProps extends Pick<AddDriveDialogProps, 'open' | 'onClose'> {
  readonly children: ReactNode;
}

export function AddDriveFrame({ open, onClose, children }: FrameProps): ReactNode {
  const styles = useStyles();
  return (
    // A click beside it closes nothing: what was ticked would be lost.
    <Dialog
      open={open}
      onOpenChange={(_event, data) => data.open || data.type === 'backdropClick' || onClose()}
    >
      <DialogSurface className={styles.surface}>{children}</DialogSurface>
    </Dialog>
  );
}

/** Mounted with the dialog, so that each opening looks for drives anew. */
function Adding({ snapshot, onClose }: Omit<AddDriveDialogProps, 'open'>): ReactNode {
  const picking = usePicking({ suggests: false, isSigningIn: snapshot.signIn.state === 'waiting' });
  const close = useWhileDrawn(onClose);
  const watch = async (): Promise<void> => {
    if (await picking.watch()) close();
  };
  return (
    <AddingBody
      snapshot={snapshot}
      picking={picking}
      onWatch={() => void watch()}
      onClose={onClose}
    />
  );
}

interface AddingBodyProps extends Omit<AddDriveDialogProps, 'open'> {
  readonly picking: Picking;
  readonly onWatch: () => void;
}

export function AddingBody({ snapshot, picking, onWatch, onClose }: AddingBodyProps): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const { chosen, sending, failure } = picking;
  const isDrives = chosen.every(
    ({ kind }) => kind !== 'folder' && kind !== 'file' && kind !== 'package',
  );
  return (
    <DialogBody>
      <DialogTitle>{t('picker.title')}</DialogTitle>
      <DialogContent className={styles.content}>
        <SignInBar fresh snapshot={snapshot} />
        {failure && <FailureMessage code={failure} />}
        <Ways snapshot={snapshot} picking={picking} />
      </DialogContent>
      <DialogActions fluid className={styles.actions}>
        <Chosen chosen={chosen} />
        <WatchButton
          count={chosen.length}
          sending={sending}
          label={isDrives ? undefined : t('find.watch', { count: chosen.length })}
          onWatch={onWatch}
        />
        <Button onClick={onClose}>{t('app.cancel')}</Button>
      </DialogActions>
    </DialogBody>
  );
}
