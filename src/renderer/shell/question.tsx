import type { ReactNode, SubmitEvent } from 'react';
import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useSurroundings } from '../surroundings.ts';

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalS,
    // What does not fit is scrolled to, never squeezed.
    '> *': { flexShrink: 0 },
  },
  button: { whiteSpace: 'nowrap' },
});

interface QuestionProps {
  readonly title: string;
  /** The word on the button that says yes. */
  readonly confirm: string;
  readonly sending?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What a dialog asks, to be answered with its one button, Enter, or not at all. */
export function Question(props: QuestionProps): ReactNode {
  const { title, confirm, sending = false, onConfirm, onClose, children } = props;
  const { t } = useSurroundings();
  const styles = useStyles();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!sending) onConfirm();
  };
  return (
    <form noValidate onSubmit={submit}>
      <DialogBody>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent className={styles.content}>{children}</DialogContent>
        <DialogActions>
          <Button
            type="submit"
            appearance="primary"
            className={styles.button}
            disabledFocusable={sending}
          >
            {confirm}
          </Button>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
