import type { ReactNode } from 'react';
import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import type { Snapshot } from '../../shared/snapshot.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWishWords } from '../wish-words.ts';
import { Accounts } from './accounts.tsx';
import { AppRegistrations } from './app-registrations.tsx';
import { Diagnostics } from './diagnostics.tsx';
import { NotificationSettings } from './notification-settings.tsx';
import { Rules } from './rules.tsx';
import { Section } from './section.tsx';
import { StartAtLogin } from './start-at-login.tsx';
import { StayingSignedIn } from './staying-signed-in.tsx';

const useStyles = makeStyles({
  sections: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    gap: tokens.spacingVerticalXXL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalXXL}`,
    overflowY: 'auto',
  },
});

export function SettingsPage({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const t = useWishWords();
  const styles = useStyles();
  return (
    <>
      <PageHead title={t('settings.title')} />
      <div className={styles.sections}>
        <NotificationSettings snapshot={snapshot} />
        <Rules snapshot={snapshot} />
        <StartAtLogin />
        <Accounts snapshot={snapshot} />
        <StayingSignedIn tokenStorage={snapshot.tokenStorage} />
        <AppRegistrations clientIds={snapshot.clientIds} />
        <Diagnostics drives={snapshot.drives} rules={snapshot.rules} hooks={snapshot.hooks} />
        <Section title={t('settings.about')}>
          <Body1>{t('settings.version', { version: snapshot.version })}</Body1>
        </Section>
      </div>
    </>
  );
}
