import type { ReactNode } from 'react';
import {
  Body1,
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { SignInView } from '../../shared/snapshot.ts';
import { useFailures } from '../shell/failure.tsx';
import { Modal } from '../shell/modal.tsx';
import { useSurroundings } from '../surroundings.ts';
import { DeviceCode } from './device-code.tsx';

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalS,
  },
});

interface DeviceCodeDialogProps {
  /** Null unless a sign-in with a code is under way. */
  readonly waiting: Extract<SignInView, { state: 'waiting' }> | null;
}

/** Opens and closes with the sign-in itself; to close it is to cancel. */
export function DeviceCodeDialog({ waiting }: DeviceCodeDialogProps): ReactNode {
  const { api, t } = useSurroundings();
  const { act } = useFailures();
  const styles = useStyles();
  const cancel = (): void => void act(api.cancelSignIn());
  return (
    <Modal of={waiting} onClose={cancel}>
      {({ code }) => (
        <DialogBody>
          <DialogTitle>{t('code.title')}</DialogTitle>
          <DialogContent className={styles.content}>
            <Body1>{t('code.body')}</Body1>
            <DeviceCode code={code} />
          </DialogContent>
          <DialogActions>
            <Button onClick={cancel}>{t('app.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      )}
    </Modal>
  );
}
