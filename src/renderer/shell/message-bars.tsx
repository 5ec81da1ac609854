import { type ReactNode, useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Snapshot, Trouble } from '../../shared/snapshot.ts';
import { useSurroundings } from '../surroundings.ts';
import { useFailures } from './failure.tsx';
import { FailureMessage } from './failure-message.tsx';
import { SignInBar } from './sign-in-bar.tsx';
import { UpdateBar } from './update-bar.tsx';
import { TroubleMessage } from './trouble-message.tsx';

const useStyles = makeStyles({
  bars: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    gap: tokens.spacingVerticalS,
    // What they are above stays in the window, however much it is enlarged.
    maxHeight: '50%',
    overflowY: 'auto',
    '& > *': { flexShrink: 0 },
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0`,
    ':empty': { display: 'none' },
  },
});

/** The others follow when these are dismissed: the page below stays usable. */
const shownAtOnce = 2;

/** What needs saying above any page: a failed request, a sign-in under way, troubles. */
export function MessageBars({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const { t } = useSurroundings();
  const { failure, dismiss } = useFailures();
  const [hidden, setHidden] = useState<readonly Trouble[]>([]);
  const styles = useStyles();
  // A trouble that went away and came back is news again.
  const holding = hidden.filter((trouble) => snapshot.troubles.includes(trouble));
  if (holding.length < hidden.length) setHidden(holding);
  const troubles = snapshot.troubles.filter((trouble) => !hidden.includes(trouble));
  return (
    <section aria-label={t('app.show-message')} className={styles.bars}>
      {failure && (
        <FailureMessage
          key={failure.times}
          code={failure.code}
          drive={failure.drive}
          onDismiss={dismiss}
        />
      )}
      <SignInBar snapshot={snapshot} />
      {troubles.slice(0, shownAtOnce).map((trouble) => (
        <TroubleMessage
          key={trouble}
          trouble={trouble}
          onDismiss={() => setHidden([...hidden, trouble])}
        />
      ))}
      <UpdateBar updates={snapshot.updates} />
    </section>
  );
}
