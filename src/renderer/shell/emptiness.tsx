import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  middle: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'safe center',
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    '& > *': { flexShrink: 0 },
    gap: tokens.spacingVerticalS,
    padding: `0 ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXXL}`,
    textAlign: 'center',
    textWrap: 'balance',
  },
  icon: { display: 'flex', color: tokens.colorNeutralForeground4 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase400,
  },
  body: { textAlign: 'center', maxWidth: '360px', color: tokens.colorNeutralForeground3 },
});

interface EmptinessProps {
  readonly icon?: ReactNode;
  readonly title?: string;
  readonly body: ReactNode;
  readonly action?: ReactNode;
}

/** Fills a page that has nothing to list. */
export function Emptiness({ icon, title, body, action }: EmptinessProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.middle}>
      {icon && (
        <span aria-hidden className={styles.icon}>
          {icon}
        </span>
      )}
      {title && <h2 className={styles.title}>{title}</h2>}
      <span className={styles.body}>{body}</span>
      {action}
    </div>
  );
}
