import { createContext, type ReactNode, use, useState } from 'react';
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

const useStyles = makeStyles({ hidden: visuallyHidden });

export function AnnouncerProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [words, setWords] = useState('');
  const styles = useStyles();
  return (
    <AnnouncerContext value={setWords}>
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
