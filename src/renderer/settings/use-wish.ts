import type { WishesView } from '../../shared/wishes.ts';
import { useFailures } from '../shell/failure.tsx';
import { useSurroundings } from '../surroundings.ts';
import { type Change, useChanges } from '../use-changes.ts';

/** What becomes of the wishes. */
export type Wish = Change<WishesView>;

export interface WishProps {
  readonly wishes: WishesView;
  readonly wish: Wish;
}

/** Sends each change at once, with all that was changed just before it. */
export function useWish(wishes: WishesView): Wish {
  const { api } = useSurroundings();
  const { act } = useFailures();
  return useChanges(wishes, (next) => act(api.wish(next)));
}
