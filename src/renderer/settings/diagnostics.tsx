import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Snapshot, WatchedDriveView } from '../../shared/snapshot.ts';
import { driveSentence, livenessWord } from '../../shared/texts/liveness-words.ts';
import { momentWords } from '../../shared/texts/moments.ts';
import { useNow, useSurroundings } from '../surroundings.ts';
import { useWishWords } from '../wish-words.ts';
import { useFoldedStyles } from './folded-styles.ts';
import { HookRuns } from './hook-runs.tsx';
import { Section } from './section.tsx';

const useStyles = makeStyles({
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

type DiagnosticsProps = Pick<Snapshot, 'drives' | 'rules' | 'hooks'>;

/** How each drive is connected and what came of hooks, for whoever looks into trouble. */
export function Diagnostics({ drives, rules, hooks }: DiagnosticsProps): ReactNode {
  const t = useWishWords();
  const hasHooks = Object.keys(hooks).length > 0;
  if (drives.length === 0 && !hasHooks) return null;
  return (
    <Section title={t('diagnostics.title')}>
      {drives.length > 0 && <Connections drives={drives} />}
      {hasHooks && <HookRuns rules={rules} drives={drives} />}
    </Section>
  );
}

function Connections({ drives }: Pick<Snapshot, 'drives'>): ReactNode {
  const t = useWishWords();
  const styles = useStyles();
  const folded = useFoldedStyles();
  return (
    <details>
      <summary className={folded.summary}>{t('diagnostics.connections')}</summary>
      <ul className={folded.list}>
        {drives.map((drive) => (
          <li key={drive.watchId}>
            <bdi>{drive.name}</bdi>
            <div className={styles.quiet}>
              <Connection drive={drive} />
            </div>
            <div className={styles.quiet}>{driveSentence(t, drive)}</div>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Connection({ drive }: { readonly drive: WatchedDriveView }): ReactNode {
  const { locale } = useSurroundings();
  const t = useWishWords();
  const now = useNow();
  const { connection, liveness, pollSeconds } = drive;
  if (!connection) {
    return t('diagnostics.none', { state: livenessWord(t, liveness.state, pollSeconds) });
  }
  const { via, protocol, since, expiresAt } = connection;
  return t(`diagnostics.via.${via}`, {
    protocol,
    since: momentWords(since, now, locale),
    expires: momentWords(expiresAt, now, locale),
  });
}
