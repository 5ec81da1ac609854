import { type ReactNode, useState } from 'react';
import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { type CloudId, cloudIds, type Snapshot } from '../../shared/snapshot.ts';
import { useAllWords } from '../all-words.ts';
import { ClientIdDialog } from '../sign-in/client-id-dialog.tsx';
import { Section } from '../shell/section.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { flexGrow: 1, minWidth: 0 },
  id: {
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    userSelect: 'text',
  },
  button: { flexShrink: 0 },
});

interface AppRegistrationsProps {
  readonly clientIds: Snapshot['clientIds'];
}

/** The client IDs that were typed in; those that came with Drivebell are nobody's to change. */
export function AppRegistrations({ clientIds }: AppRegistrationsProps): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const restored = useRestoreFocusTarget();
  const [changing, setChanging] = useState<CloudId | null>(null);
  const own = cloudIds.filter((cloud) => clientIds[cloud].source === 'settings');
  if (own.length === 0) return null;
  return (
    <Section title={t('settings.registration')}>
      <ul className={styles.list}>
        {own.map((cloud) => (
          <li key={cloud} className={styles.row} aria-label={t(`cloud.${cloud}`)}>
            <div className={styles.words}>
              <div>{t(`cloud.${cloud}`)}</div>
              <div className={styles.id}>{clientIds[cloud].value}</div>
            </div>
            <Button
              size="small"
              className={styles.button}
              aria-label={t('settings.registration.change-named', { cloud: t(`cloud.${cloud}`) })}
              onClick={() => setChanging(cloud)}
              {...restored}
            >
              {t('settings.registration.change')}
            </Button>
          </li>
        ))}
      </ul>
      <ClientIdDialog cloud={changing} clientIds={clientIds} onClose={() => setChanging(null)} />
    </Section>
  );
}
