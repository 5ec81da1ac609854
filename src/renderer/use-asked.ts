import { useEffect, useRef, useState } from 'react';
import type { FailureCode, Outcome } from '../shared/ipc.ts';
import { settled } from './shell/failure.tsx';

interface Answer<T> {
  /** The last one that came; null until there is one. */
  readonly value: T | null;
  readonly failure: FailureCode | null;
}

interface Asked<T> extends Answer<T> {
  readonly retry: () => void;
}

/** What is asked for anew with another question, and whenever `since` is another; only the last answer counts. */
export function useAsked<T>(ask: () => Promise<Outcome<T>>, since: string | number): Asked<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ value: null, failure: null });
  const [tries, setTries] = useState(0);
  const latest = useRef<object | null>(null);
  useEffect(() => {
    const asked = { since, tries };
    latest.current = asked;
    const take = (outcome: Outcome<T>): void => {
      if (latest.current !== asked) return;
      if (outcome.ok) setAnswer({ value: outcome.value, failure: null });
      else setAnswer(({ value }) => ({ value, failure: outcome.code }));
    };
    void settled(ask()).then(take);
  }, [ask, since, tries]);
  return { ...answer, retry: () => setTries(tries + 1) };
}
