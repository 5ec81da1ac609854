import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Snapshot } from '../../shared/snapshot.ts';
import { PageHead } from '../shell/page-head.tsx';
import { scrollLine } from '../shell/scroll-line.ts';
import { useAllWords } from '../all-words.ts';
import { About } from './about.tsx';
import { Accounts } from './accounts.tsx';
import { AppRegistrations } from './app-registrations.tsx';
import { Diagnostics } from '../diagnostics/diagnostics.tsx';
import { Look } from './look.tsx';
import { NotificationSettings } from './notification-settings.tsx';
import { Rules } from './rules.tsx';
import { StartAtLogin } from './start-at-login.tsx';
import { StayingSignedIn } from './staying-signed-in.tsx';
import { Updates } from './updates.tsx';
import { Webhook } from '../webhook/webhook.tsx';
import { YourData } from './your-data.tsx';

const useStyles = makeStyles({
  sections: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    gap: tokens.spacingVerticalXXL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalXXL}`,
    overflowY: 'auto',
    ...scrollLine,
  },
});

export function SettingsPage({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  return (
    <>
      <PageHead title={t('settings.title')} />
      <div className={styles.sections}>
        <NotificationSettings snapshot={snapshot} />
        <Rules snapshot={snapshot} />
        <Look {...snapshot} />
        <StartAtLogin />
        <Accounts snapshot={snapshot} />
        <StayingSignedIn tokenStorage={snapshot.tokenStorage} />
        <AppRegistrations clientIds={snapshot.clientIds} />
        <Webhook webhook={snapshot.webhook} />
        <YourData />
        <Diagnostics drives={snapshot.drives} rules={snapshot.rules} hooks={snapshot.hooks} />
        <Updates {...snapshot} />
        <About version={snapshot.version} />
      </div>
    </>
  );
}
