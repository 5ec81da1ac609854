import { useEffect, useRef } from 'react';

/** What becomes of something kept; true: it was kept. */
export type Change<T> = (change: (now: T) => T) => Promise<boolean>;

/** Each change begins from the one before it, whether or not main has told of that one yet. */
export function useChanges<T>(kept: T, send: (next: T) => Promise<boolean>): Change<T> {
  const shown = useRef(kept);
  const latest = useRef(kept);
  const underWay = useRef(0);
  useEffect(() => {
    shown.current = kept;
    // What is told while a change is under way may be from before it.
    if (underWay.current === 0) latest.current = kept;
  }, [kept]);
  return async (change) => {
    latest.current = change(latest.current);
    underWay.current += 1;
    const isKept = await send(latest.current);
    underWay.current -= 1;
    if (!isKept) latest.current = shown.current;
    return isKept;
  };
}
