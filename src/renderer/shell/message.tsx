import type { ReactNode } from 'react';
import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useSurroundings } from '../surroundings.ts';

const useStyles = makeStyles({
  // Wraps by itself: Fluent's own measuring now and then lets a long line run out of the bar.
  body: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    paddingInlineEnd: tokens.spacingHorizontalM,
    overflowWrap: 'anywhere',
  },
  words: { flexGrow: 1, flexBasis: 0, minWidth: 'min(100%, 360px)' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'end',
    gap: tokens.spacingHorizontalS,
    marginInlineStart: 'auto',
  },
  dismiss: {
    gridArea: 'actions',
    marginBlock: '-2px',
    marginInlineEnd: tokens.spacingHorizontalS,
  },
});

interface MessageProps {
  readonly intent: 'error' | 'warning' | 'info';
  readonly onDismiss?: () => void;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

export function Message({ intent, onDismiss, action, children }: MessageProps): ReactNode {
  const { t } = useSurroundings();
  const styles = useStyles();
  return (
    <MessageBar intent={intent} layout="multiline" role={intent === 'error' ? 'alert' : 'group'}>
      <MessageBarBody className={styles.body}>
        <span className={styles.words}>{children}</span>
        {action && <span className={styles.actions}>{action}</span>}
      </MessageBarBody>
      {onDismiss && (
        <Button
          appearance="transparent"
          size="small"
          className={styles.dismiss}
          aria-label={t('app.dismiss')}
          icon={<Dismiss16Regular />}
          onClick={onDismiss}
        />
      )}
    </MessageBar>
  );
}
