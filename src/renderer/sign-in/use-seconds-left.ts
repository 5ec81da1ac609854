import { useEffect, useState } from 'react';
import { useSurroundings } from '../surroundings.ts';

/** Whole seconds until a moment, counted down; 0 from then on. */
export function useSecondsLeft(until: number): number {
  const { clock } = useSurroundings();
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), 1000);
    return () => clearInterval(timer);
  }, [clock]);
  return Math.max(0, Math.ceil((until - now) / 1000));
}
