import { useEffect } from 'react';
import { useAnnounce } from './announcer.tsx';

/** Says these words to screen readers once they are there; null: nothing. */
export function useSaid(words: string | null): void {
  const announce = useAnnounce();
  useEffect(() => {
    if (words !== null) announce(words);
  }, [announce, words]);
}
