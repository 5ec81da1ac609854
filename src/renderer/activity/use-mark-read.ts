import { useEffect, useSyncExternalStore } from 'react';
import { useSurroundings } from '../surroundings.ts';

/** Marks rows up to `highestUnread` as read once they have been in view, in a focused window, for a moment. */
export function useMarkRead(
  highestUnread: number | null,
  markRead: (upTo: number) => Promise<unknown>,
): void {
  const { readAfterMs } = useSurroundings();
  const focused = useSyncExternalStore(onFocusChange, () => document.hasFocus());
  useEffect(() => {
    if (highestUnread === null || !focused) return undefined;
    const timer = setTimeout(() => void markRead(highestUnread), readAfterMs);
    return () => clearTimeout(timer);
  }, [focused, highestUnread, markRead, readAfterMs]);
}

function onFocusChange(changed: () => void): () => void {
  window.addEventListener('focus', changed);
  window.addEventListener('blur', changed);
  return () => {
    window.removeEventListener('focus', changed);
    window.removeEventListener('blur', changed);
  };
}
