import { useCallback, useEffect, useRef, useState } from 'react';
import type { FoundPage, Search } from '../../shared/finding.ts';
import type { FailureCode, Outcome } from '../../shared/ipc.ts';
import { settled } from '../shell/failure.tsx';
import { useSurroundings } from '../surroundings.ts';

/** What is being looked for. */
export interface Wait {
  readonly search: Search | 'more';
  /** Of what is looked into; empty where that has none. */
  readonly name: string;
}

interface Question {
  readonly wait: Wait;
  readonly request: () => Promise<Outcome<FoundPage>>;
  /** `isAgain`: it had failed before. */
  readonly take: (page: FoundPage, isAgain: boolean) => void;
  /** It failed: what was found before would seem to be what was found now. */
  readonly lose?: () => void;
}

export interface Asking {
  readonly waiting: Wait | null;
  readonly failure: FailureCode | null;
  readonly ask: (question: Question) => void;
  readonly retry: () => void;
  /** Gives up what is under way, and says no more of what failed. */
  readonly stop: () => void;
  /** Why something else that was wanted did not work. */
  readonly fail: (code: FailureCode) => void;
}

/** One question at a time: what is asked later counts. */
export function useAsking(): Asking {
  const { api } = useSurroundings();
  const [waiting, setWaiting] = useState<Wait | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const turn = useRef(0);
  const last = useRef<Question | null>(null);
  useEffect(() => () => void api.stopFinding(), [api]);

  const run = useCallback(async (question: Question, isAgain: boolean): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    last.current = question;
    setWaiting(question.wait);
    // What failed before is said until this is known: its button may have the focus.
    const outcome = await settled(question.request());
    if (turn.current !== mine) return;
    setWaiting(null);
    if (outcome.ok) question.take(outcome.value, isAgain);
    const hasFailed = !outcome.ok && outcome.code !== 'given-up';
    if (hasFailed) question.lose?.();
    setFailure(hasFailed ? outcome.code : null);
  }, []);

  const ask = useCallback((question: Question) => void run(question, false), [run]);

  function stop(): void {
    turn.current += 1;
    setWaiting(null);
    setFailure(null);
    void api.stopFinding();
  }

  const retry = (): void => {
    if (last.current) void run(last.current, true);
  };
  return { waiting, failure, ask, retry, stop, fail: setFailure };
}
