import { type RefObject, useEffect, useRef } from 'react';
import { useAllWords } from '../all-words.ts';
import { useAnnounce } from './announcer.tsx';

interface Moved<E extends Element> {
  readonly list: RefObject<E | null>;
  /** Waits for an entry to be moved. */
  readonly move: (id: string, moving: Promise<boolean>) => Promise<void>;
}

/** Where an entry of a list is moved the focus stays with its menu, and its new place is said. */
export function useMoved<E extends Element>(
  ids: readonly string[],
  words: 'rules.moved' | 'drives.moved',
): Moved<E> {
  const t = useAllWords();
  const announce = useAnnounce();
  const list = useRef<E>(null);
  const moved = useRef<string | null>(null);
  const order = ids.join(' ');
  useEffect(() => {
    const id = moved.current;
    if (id === null) return;
    moved.current = null;
    const ids = order.split(' ');
    const position = ids.indexOf(id) + 1;
    const row = list.current?.children.item(position - 1);
    row?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.focus();
    announce(t(words, { position, count: ids.length }));
  }, [announce, order, t, words]);
  return {
    list,
    move: async (id, moving) => {
      moved.current = id;
      if (!(await moving)) moved.current = null;
    },
  };
}
