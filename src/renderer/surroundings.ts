import { createContext, use, useEffect, useState } from 'react';
import type { Api } from '../shared/ipc.ts';
import type { System } from '../shared/texts/reason-words.ts';
import type { Translate } from '../shared/texts/translate.ts';

/** What every part of the window may use; tests build their own. */
export interface Surroundings {
  readonly api: Api;
  readonly t: Translate;
  readonly locale: string;
  readonly clock: () => number;
  /** How long rows must be in view before they count as read. */
  readonly readAfterMs: number;
}

export const SurroundingsContext = createContext<Surroundings | null>(null);
export const NowContext = createContext(0);

export function useSurroundings(): Surroundings {
  const surroundings = use(SurroundingsContext);
  if (!surroundings) throw new Error('outside of Root');
  return surroundings;
}

/** Chromium says on which system it runs. */
export function currentSystem(userAgent = navigator.userAgent): System {
  if (userAgent.includes('Windows')) return 'windows';
  return userAgent.includes('Macintosh') ? 'mac' : 'linux';
}

/** The time of the last tick, twice a minute: enough for "today" and "since". */
export function useNow(): number {
  return use(NowContext);
}

export function useTicking(clock: () => number): number {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), 30_000);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
