import { useState } from 'react';
import type { WebhookCheck } from '../../shared/diagnostics.ts';
import type { FailureCode, Outcome } from '../../shared/ipc.ts';
import type { WebhookView } from '../../shared/snapshot.ts';
import { settled } from '../shell/failure.tsx';
import { useSurroundings } from '../surroundings.ts';

export const portBounds = { least: 1024, most: 65_535 } as const;

export interface WebhookEntry {
  readonly url: string;
  readonly port: string;
  readonly use: WebhookView['use'];
  readonly isPortWrong: boolean;
  readonly problem: FailureCode | null;
  /** What was found out about the address that is kept; null: not asked yet. */
  readonly check: WebhookCheck | null;
  readonly busy: boolean;
  readonly isKept: boolean;
  readonly change: (part: Partial<Typed>) => void;
  /** Whether it was kept. */
  readonly save: () => Promise<boolean>;
  /** Whether it was; what is typed stays. */
  readonly turnOff: () => Promise<boolean>;
  readonly ask: () => Promise<void>;
}

type Typed = Pick<WebhookEntry, 'url' | 'port' | 'use'>;

/** What is typed in until it is kept, and what the address answers. */
export function useWebhook(kept: WebhookView): WebhookEntry {
  const { api } = useSurroundings();
  const [typed, setTyped] = useState(() => typedOf(kept));
  const [known, setKnown] = useState(kept);
  const [problem, setProblem] = useState<FailureCode | null>(null);
  const [check, setCheck] = useState<WebhookCheck | null>(null);
  const [busy, setBusy] = useState(false);
  if (!isSame(known, kept)) {
    setKnown(kept);
    setTyped(followed(typed, known, kept));
    setCheck(null);
  }
  const port = Number(typed.port);
  const isPortWrong =
    !/^\d{1,5}$/u.test(typed.port.trim()) || port < portBounds.least || port > portBounds.most;

  async function during<T>(request: Promise<Outcome<T>>): Promise<Outcome<T>> {
    setBusy(true);
    setProblem(null);
    const outcome = await settled(request);
    setBusy(false);
    if (!outcome.ok) setProblem(outcome.code);
    return outcome;
  }

  async function save(): Promise<boolean> {
    if (isPortWrong) return false;
    const { url, use } = typed;
    const wished = { url: url.trim() === '' ? null : url, port, use };
    return (await during(api.setWebhook(wished))).ok;
  }

  async function turnOff(): Promise<boolean> {
    return (await during(api.setWebhook({ ...kept, url: null }))).ok;
  }

  async function ask(): Promise<void> {
    setCheck(null);
    const outcome = await during(api.checkWebhook());
    if (outcome.ok) setCheck(outcome.value);
  }

  const change: WebhookEntry['change'] = (part) => {
    setProblem(null);
    setTyped((before) => ({ ...before, ...part }));
  };
  const { url, use } = typed;
  const isKept = url.trim() === (kept.url ?? '') && port === kept.port && use === kept.use;
  return { ...typed, isPortWrong, problem, check, busy, isKept, change, save, turnOff, ask };
}

function typedOf({ url, port, use }: WebhookView): Typed {
  return { url: url ?? '', port: String(port), use };
}

/** Follows what is kept where that is another now. An address that is kept no longer can be saved again. */
function followed(typed: Typed, before: WebhookView, kept: WebhookView): Typed {
  const { url, port, use } = typedOf(kept);
  return {
    url: kept.url === before.url || kept.url === null ? typed.url : url,
    port: kept.port === before.port ? typed.port : port,
    use: kept.use === before.use ? typed.use : use,
  };
}

// Each snapshot brings another object.
function isSame(one: WebhookView, other: WebhookView): boolean {
  return one.url === other.url && one.port === other.port && one.use === other.use;
}
