import { type RefObject, useCallback, useEffect, useRef } from 'react';

/** With an entry of a list goes the button that had the focus, or that was to have it back: then `next` gets it. */
export function useFocusAfterLoss(count: number, next: RefObject<HTMLElement | null>): () => void {
  const before = useRef(count);
  const refocus = useCallback(() => {
    if (document.activeElement === document.body) next.current?.focus();
  }, [next]);
  useEffect(() => {
    if (count < before.current) refocus();
    before.current = count;
  }, [count, refocus]);
  return refocus;
}
