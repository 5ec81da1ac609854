import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Page } from '../shared/pages.ts';
import { livenessLine } from '../shared/texts/liveness-words.ts';
import type { Snapshot } from '../shared/snapshot.ts';
import { ActivityPage } from './activity/activity-page.tsx';
import type { Loaded } from './activity/loaded.ts';
import { AtHand } from './at-hand.tsx';
import type { Beginning } from './beginning.ts';
import { DrivesPage, SettingsPage, Welcome } from './lazy-pages.tsx';
import { useAnnounce } from './shell/announcer.tsx';
import { Boundary } from './shell/boundary.tsx';
import { MessagePlace } from './shell/message-place.tsx';
import { NoteBar, NotesProvider } from './shell/note.tsx';
import { Opening } from './shell/opening.tsx';
import { Rail } from './shell/rail.tsx';
import { TruthLine } from './shell/truth-line.tsx';
import { SignInProvider } from './sign-in/sign-in.tsx';
import { useNow, useSurroundings } from './surroundings.ts';
import { useFirstParts } from './use-first-parts.ts';
import { usePage, useStartPage } from './use-page.ts';
import { useSnapshot } from './use-snapshot.ts';
import { useZoomKeys } from './use-zoom-keys.ts';
import { useFirstRun } from './welcome/use-first-run.ts';

interface DrivebellWindowProps {
  readonly beginning: Beginning | null;
}

export function DrivebellWindow({ beginning }: DrivebellWindowProps): ReactNode {
  const { api } = useSurroundings();
  const { snapshot, failed, retry } = useSnapshot(api, beginning?.snapshot ?? null);
  const start = useStartPage(api, beginning?.page ?? null);
  useZoomKeys(api);
  const isReady = useFirstParts(snapshot, start);
  if (!snapshot || !start || !isReady) return <Opening failed={failed} onRetry={retry} />;
  const rows = snapshot === beginning?.snapshot ? beginning.rows : null;
  return <Drawn snapshot={snapshot} start={start} rows={rows} />;
}

interface DrawnProps {
  readonly snapshot: Snapshot;
  readonly start: Page;
  /** What the activity begins with; null: it asks. */
  readonly rows: Loaded | null;
}

function Drawn({ snapshot, start, rows }: DrawnProps): ReactNode {
  const firstRun = useFirstRun(snapshot);
  useLivenessAnnounced(snapshot);
  const { stage } = firstRun;
  const [entry, setEntry] = useState(start);
  // Whatever the window was opened for, the first run ends on the activity.
  if (stage !== null && entry !== 'activity') setEntry('activity');
  const [hasRows, setHasRows] = useState(false);
  const onRows = useCallback(() => setHasRows(true), []);
  return (
    <SignInProvider snapshot={snapshot} stage={stage}>
      {stage === null ? (
        <NotesProvider>
          <Pages snapshot={snapshot} start={entry} rows={hasRows ? null : rows} onRows={onRows} />
        </NotesProvider>
      ) : (
        <Welcome snapshot={snapshot} stage={stage} firstRun={firstRun} />
      )}
      <AtHand when={hasRows || stage !== null} />
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

interface PagesProps extends DrawnProps {
  readonly onRows: () => void;
}

function Pages({ snapshot, start, rows, onRows }: PagesProps): ReactNode {
  const { api } = useSurroundings();
  const [page, onPage] = usePage(api, start);
  const styles = useStyles();
  // Whoever has gone on waits for no rows: all else may come.
  useEffect(() => {
    if (page !== 'activity') onRows();
  }, [page, onRows]);
  return (
    <div className={styles.frame}>
      <Rail page={page} unread={snapshot.unread} onPage={onPage} />
      <div className={styles.content}>
        <TruthLine snapshot={snapshot} onShowDrives={() => onPage('drives')} />
        <MessagePlace snapshot={snapshot} />
        <main className={styles.page}>
          <Boundary key={page}>
            {page === 'activity' && (
              <ActivityPage snapshot={snapshot} first={rows} onDrawn={onRows} />
            )}
            {page === 'drives' && <DrivesPage snapshot={snapshot} />}
            {page === 'settings' && <SettingsPage snapshot={snapshot} />}
          </Boundary>
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
