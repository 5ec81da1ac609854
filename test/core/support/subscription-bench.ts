import { vi } from 'vitest';
import { failure, type GraphAnswer, type GraphFailure } from '../../../src/core/graph/graph.ts';
import type { Kept } from '../../../src/core/webhook/kept.ts';
import { type Door, Subscription } from '../../../src/core/webhook/subscription.ts';
import { heardLog, noon, timerClock } from './doubles.ts';
import { answerOf, type Change, ScriptedGraph } from './scripted-graph.ts';

export const minute = 60_000;
export const hour = 60 * minute;

/** One subscription in virtual time, its Graph by script. Needs `end`. */
export class SubscriptionBench {
  readonly log = heardLog();
  readonly graph = new ScriptedGraph(() => answerOf({ value: this.listed }));
  /** Wakes and states as they come, such as `live` and `down webhook-refused`. */
  readonly heard: string[] = [];
  readonly reached: (string | null)[] = [];
  readonly subscription: Subscription;
  door: Door = { ok: true, url: 'https://bell.example.com/hook' };
  kept: Kept | null = null;
  /** What Microsoft says there is. */
  listed: object[] = [];
  unready: GraphFailure | null = null;
  validations = 0;
  /** How often a request was said to be under way. */
  askings = 0;
  /** What could not be deleted. */
  readonly left: string[] = [];
  lifeMs = 24 * hour;
  #made = 0;
  #ready = async (): Promise<GraphFailure | null> => this.unready;

  constructor() {
    vi.useFakeTimers({ now: noon });
    vi.spyOn(Math, 'random').mockReturnValue(1);
    this.graph.answerChange = (change) => this.usual(change);
    this.subscription = new Subscription({
      driveId: 'b!drive',
      graph: this.graph,
      clock: timerClock,
      log: this.log,
      door: () => this.door,
      validations: () => this.validations,
      kept: {
        of: async () => this.kept,
        keep: async (one) => void (this.kept = one),
      },
      ready: () => this.#ready(),
      onLeft: (id) => this.left.push(id),
      onWake: (cause) => this.heard.push(`wake ${cause}`),
      onState: (state) => this.heard.push('reason' in state ? `down ${state.reason}` : state.state),
      onAsking: () => (this.askings += 1),
      onGraph: (failed) => this.reached.push(failed?.code ?? null),
    });
  }

  /** Whatever is left of before stays. */
  stayUnready(): void {
    this.#ready = () => new Promise(() => undefined);
  }

  async end(): Promise<void> {
    const stopped = this.subscription.stop();
    await this.pass(10_000);
    await stopped;
    vi.useRealTimers();
    vi.restoreAllMocks();
  }

  /** As Microsoft answers when all is well. */
  usual({ method, body }: Change): GraphAnswer {
    if (method === 'DELETE') return answerOf(null);
    if (method === 'POST') this.#made += 1;
    const expirationDateTime = new Date(Date.now() + this.lifeMs).toISOString();
    return answerOf({ ...body, id: `s-${this.#made}`, expirationDateTime });
  }

  /** Fails once like this, then all is well. */
  failOnce(method: Change['method'], ...how: Parameters<typeof failure>): void {
    let isFirst = true;
    this.graph.answerChange = (change) => {
      if (change.method !== method || !isFirst) return this.usual(change);
      isFirst = false;
      return failure(...how);
    };
  }

  async pass(ms: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(ms);
  }

  /** Starts; from here on what is asked and heard is kept anew. */
  async started(): Promise<void> {
    this.subscription.start();
    await this.pass(0);
    this.heard.length = 0;
    this.graph.changes.length = 0;
  }

  /** What was asked, such as `POST /subscriptions`. */
  get asked(): readonly string[] {
    return this.graph.changes.map(({ method, path }) => `${method} ${path}`);
  }

  get secret(): string {
    return this.kept?.clientState ?? '';
  }
}
