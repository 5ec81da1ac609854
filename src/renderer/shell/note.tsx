import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useSurroundings } from '../surroundings.ts';
import { useAnnounce } from './announcer.tsx';

/** What was just done, and the way back from it. */
interface Note {
  readonly words: string;
  /** Whether it could be taken back. */
  readonly undo?: (() => Promise<boolean>) | undefined;
}

interface Notes {
  readonly note: Note | null;
  readonly say: (note: Note | null) => void;
}

const NotesContext = createContext<Notes>({ note: null, say: () => {} });

export function useNotes(): Notes {
  return use(NotesContext);
}

export function NotesProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [note, say] = useState<Note | null>(null);
  const notes = useMemo(() => ({ note, say }), [note]);
  return <NotesContext value={notes}>{children}</NotesContext>;
}

const useStyles = makeStyles({
  note: {
    position: 'absolute',
    zIndex: 3,
    bottom: tokens.spacingVerticalL,
    insetInline: tokens.spacingHorizontalL,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    width: 'fit-content',
    maxWidth: '560px',
    marginInline: 'auto',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    overflowWrap: 'anywhere',
  },
  button: { flexShrink: 0 },
});

/** Long enough to be read, thought over, and reached by keyboard. */
const shownMs = 20_000;

/** Lies over the content: nothing moves for it. It stays while the pointer or the focus is on it. */
export function NoteBar(): ReactNode {
  const { t } = useSurroundings();
  const { note, say } = useNotes();
  const styles = useStyles();
  const announce = useAnnounce();
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (note) announce(note.words);
  }, [announce, note]);
  useEffect(() => {
    if (!note || isHeld) return undefined;
    const timer = setTimeout(() => say(null), shownMs);
    return () => clearTimeout(timer);
  }, [isHeld, note, say]);
  if (!note) return null;
  const { words, undo } = note;
  const close = (): void => {
    setHeld(false);
    say(null);
  };
  const takeBack = async (undo: () => Promise<boolean>): Promise<void> => {
    if (await undo()) announce(t('app.undone'));
  };
  return (
    <div
      role="group"
      aria-label={words}
      className={styles.note}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{words}</span>
      {undo && (
        <Button
          size="small"
          className={styles.button}
          onClick={() => {
            close();
            void takeBack(undo);
          }}
        >
          {t('app.undo')}
        </Button>
      )}
      <Button
        appearance="transparent"
        size="small"
        className={styles.button}
        aria-label={t('app.dismiss')}
        icon={<Dismiss16Regular />}
        onClick={close}
      />
    </div>
  );
}
