import type { ReactNode } from 'react';
import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

interface ToldProps {
  readonly title: string;
  /** The word on the button that closes it. */
  readonly close: string;
  readonly action?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What a dialog tells, with nothing to decide. */
export function Told({ title, close, action, onClose, children }: ToldProps): ReactNode {
  const styles = useStyles();
  return (
    <DialogBody>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent className={styles.content}>{children}</DialogContent>
      <DialogActions>
        {action}
        <Button appearance="primary" onClick={onClose}>
          {close}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
