import { useCallback, useState } from 'react';
import type { WishesView } from '../../shared/wishes.ts';
import { useFailures } from '../shell/failure.tsx';
import { useNotes } from '../shell/note.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useMarkRead } from './use-mark-read.ts';

interface Reading {
  readonly markAll: (upTo: number) => Promise<void>;
  /** What is in view was wanted unread: it is left so until the list is opened again. */
  readonly leaveUnread: () => void;
}

/** When changes come to be read: by being seen where that is wished for, or all at once by hand. */
export function useReading(
  readBy: WishesView['readBy'],
  highestUnread: number | null,
  showRead: (upTo: number) => void,
): Reading {
  const { api, t } = useSurroundings();
  const { act } = useFailures();
  const { note, say } = useNotes();
  const [isLeft, setLeft] = useState(false);
  const leaveUnread = useCallback(() => setLeft(true), []);
  const markRead = useCallback(
    async (upTo: number): Promise<boolean> => {
      const isDone = await act(api.markRead(upTo));
      if (isDone) showRead(upTo);
      return isDone;
    },
    [act, api, showRead],
  );
  const words = t('activity.all-read');
  // What is seen meanwhile would be all that can be undone.
  const counts = readBy === 'seeing' && !isLeft && note?.words !== words;
  useMarkRead(counts ? highestUnread : null, markRead);

  const undo = (): Promise<boolean> => {
    leaveUnread();
    return act(api.undoMarkRead());
  };
  const markAll = async (upTo: number): Promise<void> => {
    if (await markRead(upTo)) say({ words, undo });
  };
  return { markAll, leaveUnread };
}
