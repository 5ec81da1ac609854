import { createContext, type ReactNode, use, useCallback, useState } from 'react';
import { createPortal } from 'react-dom';
import { makeStyles } from '@fluentui/react-components';
import { visuallyHidden } from './visually-hidden.ts';

const AnnouncerContext = createContext<(words: string) => void>(() => {});

/** Says words to screen readers, politely. */
export function useAnnounce(): (words: string) => void {
  return use(AnnouncerContext);
}

/** An open dialog hides everything else from screen readers, but not this: it has to lie in the body itself. */
const heard = { 'data-tabster-never-hide': '' };

// Where it would lie by itself, below all else, the body could be scrolled to it.
const useStyles = makeStyles({ hidden: { ...visuallyHidden, top: 0 } });

export function AnnouncerProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [words, setWords] = useState('');
  // The same once more has to be something else, or nobody hears it.
  const say = useCallback(
    (next: string) => setWords((last) => (last === next ? `${next}\u00A0` : next)),
    [],
  );
  const styles = useStyles();
  return (
    <AnnouncerContext value={say}>
      {children}
      {createPortal(
        <div role="status" className={styles.hidden} {...heard}>
          {words}
        </div>,
        document.body,
      )}
    </AnnouncerContext>
  );
}
