import { type ReactNode, useState } from 'react';
import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import type { Outcome } from '../../shared/ipc.ts';
import { useFailures } from '../shell/failure.tsx';
import { Modal } from '../shell/modal.tsx';
import { useNotes } from '../shell/note.tsx';
import { Question } from '../shell/question.tsx';
import { useLate } from '../shell/use-late.ts';
import { useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';
import { Section } from '../shell/section.tsx';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  note: { color: tokens.colorNeutralForeground3 },
});

/** What cannot be taken back, and is asked about first. */
type Asked = 'import' | 'clear';

/** Settings and rules as a file, where everything lies, and how to forget what was told. */
export function YourData(): ReactNode {
  const { api } = useSurroundings();
  const { act } = useFailures();
  const t = useAllWords();
  const styles = useStyles();
  const restored = useRestoreFocusTarget();
  const finish = useFinish();
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <Section title={t('data.title')}>
      <div className={styles.note}>{t('data.note')}</div>
      <div className={styles.buttons}>
        <Button onClick={() => void finish(api.exportSettings(), t('data.exported'))}>
          {t('data.export')}
        </Button>
        <Button {...restored} onClick={() => setAsked('import')}>
          {t('data.import')}
        </Button>
        <Button onClick={() => void act(api.showDataFolder())}>{t('data.folder')}</Button>
        <Button {...restored} onClick={() => setAsked('clear')}>
          {t('data.clear')}
        </Button>
      </div>
      <Modal question of={asked} onClose={() => setAsked(null)}>
        {(what) => <Asking what={what} onClose={() => setAsked(null)} />}
      </Modal>
    </Section>
  );
}

function Asking({ what, onClose }: { what: Asked; onClose: () => void }): ReactNode {
  const { api } = useSurroundings();
  const { act } = useFailures();
  const { say } = useNotes();
  const t = useAllWords();
  const finish = useFinish();
  const [clearing, setClearing] = useState(false);
  const isLate = useLate(clearing);
  // Of a million changes it takes seconds.
  const clear = async (): Promise<void> => {
    setClearing(true);
    const isDone = await act(api.clearHistory());
    onClose();
    if (isDone) say({ words: t('data.cleared') });
  };
  const go = async (): Promise<void> => {
    if (what === 'clear') return clear();
    onClose();
    return finish(api.importSettings(), t('data.imported'));
  };
  return (
    <Question
      title={t(`data.${what}.title`)}
      confirm={t(isLate ? 'data.clearing' : `data.${what}.confirm`)}
      sending={clearing}
      onConfirm={() => void go()}
      onClose={onClose}
    >
      {t(`data.${what}.body`)}
    </Question>
  );
}

/** Says so when a file was chosen; who cancelled knows it. */
function useFinish(): (request: Promise<Outcome<boolean>>, words: string) => Promise<void> {
  const { ask } = useFailures();
  const { say } = useNotes();
  return async (request, words) => {
    const outcome = await ask(request);
    if (outcome.ok && outcome.value) say({ words });
  };
}
