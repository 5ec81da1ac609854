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
import { useIsOpen } from './modal.tsx';

const useStyles = makeStyles({
  // Fluent lets a long one reach the edges of the window, where its corners and shadow are cut off.
  body: {
    maxHeight: `calc(100vh - 2 * (${tokens.spacingVerticalXXL} + ${tokens.spacingVerticalL}))`,
  },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalS,
    // What gets the focus is not hidden behind what stands at the bottom.
    scrollPaddingBottom: '48px',
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
  const isOpen = useIsOpen();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isOpen && !sending) onConfirm();
  };
  return (
    <form noValidate onSubmit={submit}>
      <DialogBody className={styles.body}>
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
