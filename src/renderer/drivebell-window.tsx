import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Page } from '../shared/pages.ts';
import { livenessLine } from '../shared/texts/liveness-words.ts';
import type { Snapshot } from '../shared/snapshot.ts';
import { ActivityPage } from './activity/activity-page.tsx';
import { DrivesPage, SettingsPage, Welcome } from './lazy-pages.tsx';
import { useAnnounce } from './shell/announcer.tsx';
import { MessageBars } from './shell/message-bars.tsx';
import { NoteBar, NotesProvider } from './shell/note.tsx';
import { Opening } from './shell/opening.tsx';
import { Rail } from './shell/rail.tsx';
import { TruthLine } from './shell/truth-line.tsx';
import { useTabsterKept } from './shell/use-tabster-kept.ts';
import { SignInProvider } from './sign-in/sign-in.tsx';
import { useNow, useSurroundings } from './surroundings.ts';
import { usePage, useStartPage } from './use-page.ts';
import { useSnapshot } from './use-snapshot.ts';
import { useFirstRun } from './welcome/use-first-run.ts';

export function DrivebellWindow(): ReactNode {
  const { api } = useSurroundings();
  const { snapshot, failed, retry } = useSnapshot(api);
  const start = useStartPage(api);
  useTabsterKept();
  if (!snapshot || !start) return <Opening failed={failed} onRetry={retry} />;
  return <Drawn snapshot={snapshot} start={start} />;
}

interface DrawnProps {
  readonly snapshot: Snapshot;
  readonly start: Page;
}

function Drawn({ snapshot, start }: DrawnProps): ReactNode {
  const firstRun = useFirstRun(snapshot);
  useLivenessAnnounced(snapshot);
  const { stage } = firstRun;
  const [entry, setEntry] = useState(start);
  // Whatever the window was opened for, the first run ends on the activity.
  if (stage !== null && entry !== 'activity') setEntry('activity');
  return (
    <SignInProvider snapshot={snapshot} stage={stage}>
      {stage === null ? (
        <NotesProvider>
          <Pages snapshot={snapshot} start={entry} />
        </NotesProvider>
      ) : (
        <Suspense>
          <Welcome snapshot={snapshot} stage={stage} firstRun={firstRun} />
        </Suspense>
      )}
    </SignInProvider>
  );
}

const useStyles = makeStyles({
  frame: { display: 'flex', height: '100%' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    position: 'relative',
    flexGrow: 1,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  page: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});

function Pages({ snapshot, start }: DrawnProps): ReactNode {
  const { api } = useSurroundings();
  const [page, onPage] = usePage(api, start);
  const styles = useStyles();
  return (
    <div className={styles.frame}>
      <Rail page={page} unread={snapshot.unread} onPage={onPage} />
      <div className={styles.content}>
        <TruthLine snapshot={snapshot} onShowDrives={() => onPage('drives')} />
        <MessageBars snapshot={snapshot} />
        <main className={styles.page}>
          <Suspense>
            {page === 'activity' && <ActivityPage snapshot={snapshot} />}
            {page === 'drives' && <DrivesPage snapshot={snapshot} />}
            {page === 'settings' && <SettingsPage snapshot={snapshot} />}
          </Suspense>
          <NoteBar />
        </main>
      </div>
    </div>
  );
}

/** A change of the whole app's state is said aloud; the first one is only shown. */
function useLivenessAnnounced(snapshot: Snapshot): void {
  const { t, locale } = useSurroundings();
  const now = useNow();
  const announce = useAnnounce();
  const { state } = snapshot.liveness;
  const said = useRef(state);
  useEffect(() => {
    if (said.current === state) return;
    said.current = state;
    announce(livenessLine(t, snapshot, now, locale));
  }, [announce, locale, now, said, snapshot, state, t]);
}
