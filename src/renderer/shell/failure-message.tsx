import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { FailureCode } from '../../shared/ipc.ts';
import { failureWords } from '../../shared/texts/reason-words.ts';
import { useSurroundings } from '../surroundings.ts';
import { CopyButton } from './copy-button.tsx';
import { Message } from './message.tsx';

const useStyles = makeStyles({
  line: { display: 'block' },
  quiet: {
    display: 'block',
    marginTop: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    userSelect: 'text',
  },
});

interface FailureMessageProps {
  readonly code: FailureCode;
  readonly drive?: string | undefined;
  /** The client ID in use, where it can be read nowhere else. */
  readonly clientId?: string | null;
  readonly intent?: 'error' | 'warning' | 'info';
  readonly action?: ReactNode;
  readonly onDismiss?: () => void;
}

/** Why something failed, and what helps where it is not the person alone who can. */
export function FailureMessage(props: FailureMessageProps): ReactNode {
  const { code, drive, clientId = null, intent = 'error', action, onDismiss } = props;
  const { t } = useSurroundings();
  const styles = useStyles();
  const forAdministrator = code === 'needs-administrator';
  const actions = forAdministrator ? (
    <>
      <CopyButton size="small" what="admin-consent-link" label={t('admin.copy')} />
      {action}
    </>
  ) : (
    action
  );
  return (
    <Message intent={intent} action={actions} {...(onDismiss && { onDismiss })}>
      <span className={styles.line}>{failureWords(t, code, drive)}</span>
      {forAdministrator && <span className={styles.line}>{t('admin.hint')}</span>}
      {clientId !== null && (
        <span className={styles.quiet}>{t('client-id.in-use', { id: clientId })}</span>
      )}
    </Message>
  );
}
