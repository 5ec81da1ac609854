import { type Asking, failure, Graph, type GraphAnswer } from '../../../src/core/graph/graph.ts';
import { clouds } from '../../../src/core/clouds.ts';
import type { Clock } from '../../../src/core/ports.ts';
import { heardLog, serverClockOn, timerClock } from './doubles.ts';

type Answering = (target: string, signal: AbortSignal) => GraphAnswer | Promise<GraphAnswer>;

export interface Change {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body: Readonly<Record<string, string>>;
}

/** A Graph that answers by script, and keeps what it was asked. */
export class ScriptedGraph extends Graph {
  readonly asked: string[] = [];
  answer: Answering;
  /** What was to be made, changed or deleted, and how that is answered. */
  readonly changes: Change[] = [];
  answerChange: (change: Change, signal: AbortSignal) => GraphAnswer | Promise<GraphAnswer> = () =>
    failure('not-found');
  /** How far Microsoft's clock is ahead of this computer's. */
  aheadMs = 0;
  readonly #clock: Clock;

  constructor(answer: Answering, clock: Clock = timerClock) {
    super({
      net: {
        fetch: () => Promise.reject(new Error('A scripted Graph has no network.')),
        connect: () => {
          throw new Error('A scripted Graph has no network.');
        },
      },
      hosts: clouds.global,
      tokens: {
        token: () => Promise.resolve({ ok: true, value: 'token' }),
        challengedAgain: () => undefined,
      },
      serverClock: serverClockOn(clock),
      log: heardLog(),
      userAgent: 'test',
    });
    this.answer = answer;
    this.#clock = clock;
  }

  override serverTime(): number {
    return this.#clock.now() + this.aheadMs;
  }

  override owns(link: string): boolean {
    return !link.startsWith('https://foreign');
  }

  override async change(
    method: Change['method'],
    path: `/${string}`,
    { body, signal }: { readonly body?: object; readonly signal: AbortSignal },
  ): Promise<GraphAnswer> {
    const change = { method, path, body: (body ?? {}) as Readonly<Record<string, string>> };
    this.changes.push(change);
    return this.answerChange(change, signal);
  }

  override async get(target: string, { signal, onLeave }: Asking): Promise<GraphAnswer> {
    this.asked.push(target);
    onLeave?.();
    return this.answer(target, signal);
  }
}

export function answerOf(value: unknown): GraphAnswer {
  return { ok: true, value };
}

/** A page of the delta feed, its links named by one word. */
export function pageOf(
  value: readonly object[],
  link: { readonly next: string } | { readonly delta: string } | null,
): GraphAnswer {
  if (link === null) return answerOf({ value });
  return answerOf(
    'next' in link
      ? { value, '@odata.nextLink': link.next }
      : { value, '@odata.deltaLink': link.delta },
  );
}

/** An item on the wire, made in 2020 unless said otherwise. */
export function wire(id: string, parts: object = {}): object {
  return {
    id,
    name: `${id}.txt`,
    eTag: `${id},1`,
    createdDateTime: '2020-01-01T00:00:00Z',
    lastModifiedDateTime: '2020-01-01T00:00:00Z',
    parentReference: { id: 'root' },
    file: { hashes: { quickXorHash: `${id}-hash` } },
    lastModifiedBy: { user: { id: 'ada-id', displayName: 'Ada' } },
    ...parts,
  };
}

export function wireGone(id: string): object {
  return { id, deleted: {} };
}
