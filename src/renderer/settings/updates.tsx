import { type ReactNode, useEffect, useRef } from 'react';
import { Body1, Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { RequestName } from '../../shared/ipc.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { updateWords } from '../../shared/texts/update-words.ts';
import type { UpdateState } from '../../shared/updates.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { useFailures } from '../shell/failure.tsx';
import { useNow, useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';
import { Section } from '../shell/section.tsx';
import { SettingSwitch } from './setting-switch.tsx';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  words: { maxWidth: '640px' },
  progress: { maxWidth: '320px' },
});

/** Whether there is a newer version, and how it comes. */
export function Updates({ updates, version }: Pick<Snapshot, 'updates' | 'version'>): ReactNode {
  const { api, locale } = useSurroundings();
  const { act } = useFailures();
  const t = useAllWords();
  const now = useNow();
  const styles = useStyles();
  const { now: update, isAutomatic } = updates;
  const words = updateWords(t, updates, { version, now, locale });
  useAnnounced(update.state, words);
  return (
    <Section title={t('updates.title')}>
      <Body1 className={styles.words}>{words}</Body1>
      {update.state === 'downloading' && (
        <ProgressBar
          className={styles.progress}
          aria-label={t('updates.title')}
          value={update.percent / 100}
        />
      )}
      <Ways update={update} />
      {update.state !== 'elsewhere' && (
        <SettingSwitch
          label={t('updates.by-itself')}
          note={t('updates.by-itself.note')}
          checked={isAutomatic}
          onChange={(wanted) => void act(api.updateByItself(wanted))}
        />
      )}
    </Section>
  );
}

/** What one can do about it now: one button, which keeps the focus whatever becomes of it. */
function Ways({ update: { state } }: { readonly update: UpdateState }): ReactNode {
  const { api } = useSurroundings();
  const { act } = useFailures();
  const t = useAllWords();
  const styles = useStyles();
  return (
    <div className={styles.buttons}>
      {state !== 'elsewhere' && (
        <Button
          appearance={state === 'found' || state === 'ready' ? 'primary' : 'secondary'}
          disabledFocusable={
            state === 'looking' || state === 'downloading' || state === 'installing'
          }
          onClick={() => void act(api[next[state]]())}
        >
          {t(wordsOf[next[state]])}
        </Button>
      )}
      {(state === 'elsewhere' || state === 'failed') && (
        <Button onClick={() => void act(api.openReleases())}>{t('updates.releases')}</Button>
      )}
    </div>
  );
}

const next = {
  none: 'lookForUpdate',
  looking: 'lookForUpdate',
  failed: 'lookForUpdate',
  found: 'downloadUpdate',
  downloading: 'restartToUpdate',
  ready: 'restartToUpdate',
  installing: 'restartToUpdate',
} as const satisfies Record<Exclude<UpdateState['state'], 'elsewhere'>, RequestName>;

const wordsOf = {
  lookForUpdate: 'updates.look',
  downloadUpdate: 'updates.download',
  restartToUpdate: 'updates.restart',
} as const;

/** What has come of it is said aloud; how far it is, is only shown. */
function useAnnounced(state: UpdateState['state'], words: string): void {
  const announce = useAnnounce();
  const said = useRef(state);
  useEffect(() => {
    if (said.current === state) return;
    said.current = state;
    announce(words);
  }, [announce, state, words]);
}
