import { useState } from 'react';
import type { HookView } from '../../shared/hooks.ts';
import type { FailureCode, Outcome } from '../../shared/ipc.ts';
import { settled } from '../shell/failure.tsx';
import { useSurroundings } from '../surroundings.ts';

export type HookWay = HookView['kind'] | 'none';

export interface HookEntry {
  readonly way: HookWay;
  readonly url: string;
  readonly problem: FailureCode | null;
  readonly sending: boolean;
  readonly onWay: (way: HookWay) => void;
  readonly onUrl: (url: string) => void;
  /** Has Drivebell ask for a program: the window cannot name one. */
  readonly choose: () => Promise<boolean>;
  /** False when it was not taken. */
  readonly save: () => Promise<boolean>;
}

/** A hook being chosen, and what is wrong with it once it was sent. */
export function useHook(ruleId: string, hook: HookView | null): HookEntry {
  const { api } = useSurroundings();
  const [way, setWay] = useState<HookWay>(hook?.kind ?? 'none');
  const [url, setUrl] = useState(hook?.kind === 'post' ? hook.url : '');
  const [problem, setProblem] = useState<FailureCode | null>(null);
  const [sending, setSending] = useState(false);

  function onWay(next: HookWay): void {
    setWay(next);
    setProblem(null);
  }

  function onUrl(next: string): void {
    setUrl(next);
    setProblem(null);
  }

  async function ask(request: Promise<Outcome<void>>): Promise<boolean> {
    setSending(true);
    setProblem(null);
    const outcome = await settled(request);
    setSending(false);
    if (!outcome.ok) setProblem(outcome.code);
    return outcome.ok;
  }

  async function save(): Promise<boolean> {
    // A program has been kept since it was chosen.
    if (way === 'command') return hook?.kind === 'command';
    return ask(way === 'post' ? api.setHookUrl(ruleId, url) : api.removeHook(ruleId));
  }

  const choose = (): Promise<boolean> => ask(api.chooseHookProgram(ruleId));
  return { way, url, problem, sending, onWay, onUrl, choose, save };
}
