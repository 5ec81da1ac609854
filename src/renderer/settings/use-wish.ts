import { useEffect, useRef } from 'react';
import type { WishesView } from '../../shared/wishes.ts';
import { useFailures } from '../shell/failure.tsx';
import { useSurroundings } from '../surroundings.ts';

/** What becomes of the wishes. */
export type Wish = (change: (wishes: WishesView) => WishesView) => Promise<boolean>;

export interface WishProps {
  readonly wishes: WishesView;
  readonly wish: Wish;
}

/** Sends each change at once, with all that was changed just before it. */
export function useWish(wishes: WishesView): Wish {
  const { api } = useSurroundings();
  const { act } = useFailures();
  const shown = useRef(wishes);
  const latest = useRef(wishes);
  useEffect(() => {
    shown.current = wishes;
    latest.current = wishes;
  }, [wishes]);
  return async (change) => {
    latest.current = change(latest.current);
    const isKept = await act(api.wish(latest.current));
    if (!isKept) latest.current = shown.current;
    return isKept;
  };
}
