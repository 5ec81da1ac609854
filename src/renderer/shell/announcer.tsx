import { createContext, type ReactNode, use, useState } from 'react';
import { makeStyles } from '@fluentui/react-components';
import { visuallyHidden } from './visually-hidden.ts';

const AnnouncerContext = createContext<(words: string) => void>(() => {});

/** Says words to screen readers, politely. */
export function useAnnounce(): (words: string) => void {
  return use(AnnouncerContext);
}

const useStyles = makeStyles({ hidden: visuallyHidden });

export function AnnouncerProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [words, setWords] = useState('');
  const styles = useStyles();
  return (
    <AnnouncerContext value={setWords}>
      {children}
      <div role="status" className={styles.hidden}>
        {words}
      </div>
    </AnnouncerContext>
  );
}
