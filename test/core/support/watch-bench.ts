import { vi } from 'vitest';
import { failure, type GraphAnswer } from '../../../src/core/graph/graph.ts';
import { clouds } from '../../../src/core/clouds.ts';
import { Watch } from '../../../src/core/watches/watch.ts';
import type { Reason } from '../../../src/shared/snapshot.ts';
import { heardLog, noon, openStore, said, type Store, timerClock } from './doubles.ts';
import { PushNet } from './push-net.ts';
import { WebhookDouble } from './webhook-double.ts';
import { answerOf, pageOf, ScriptedGraph, wire } from './scripted-graph.ts';

export const second = 1000;
export const minute = 60 * second;

/** One watch in virtual time, its Graph and its push service by script. Needs `end`. */
export class WatchBench {
  readonly net = new PushNet();
  readonly store: Store = openStore();
  readonly watch: Watch;
  /** Delta reads, each in seconds since the last `quiet()`. */
  readonly reads: number[] = [];
  readonly told: string[] = [];
  onChanges: () => void;
  endpoint: () => GraphAnswer | Promise<GraphAnswer>;
  delta: () => GraphAnswer | Promise<GraphAnswer>;
  /** Pages of names, where they are being learned. */
  names: () => GraphAnswer | Promise<GraphAnswer> = () => failure('not-found');
  /** The activity feed. */
  activities: () => GraphAnswer | Promise<GraphAnswer> = () => failure('not-found');
  barred: Reason | null = null;
  readonly webhook = new WebhookDouble();
  #since = noon;
  #made = 0;

  constructor() {
    vi.useFakeTimers({ now: noon });
    // Half way: polls come exactly at their time, and backoff waits for half of its ceiling.
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    this.onChanges = this.tell;
    this.endpoint = this.offered;
    this.delta = this.nothingNew;
    this.store.names.save(this.store.watchId, { state: 'known', link: null });
    const graph = new ScriptedGraph((target) => {
      if (target.includes('/subscriptions/')) return this.endpoint();
      if (target.startsWith('page-')) return this.names();
      if (target.includes('/activities')) return this.activities();
      if (target.includes('/items/')) return failure('not-found');
      this.reads.push((Date.now() - this.#since) / second);
      return this.delta();
    });
    this.watch = new Watch({
      driveId: 'drive-1',
      graph,
      hosts: clouds.global,
      net: this.net,
      clock: timerClock,
      log: heardLog(),
      store: this.store,
      choice: { preferred: null },
      sockets: { barred: () => this.barred, othersAreLive: () => false },
      drivesNotLive: () => 1,
      isWork: true,
      webhook: this.webhook,
      onChanges: () => this.onChanges(),
      onChange: () => undefined,
    });
  }

  end(): void {
    this.watch.stop();
    vi.useRealTimers();
    vi.restoreAllMocks();
  }

  /** As the teller does it: whatever is written and not yet told. */
  readonly tell = (): void => {
    const rows = this.store.activity.untold();
    this.told.push(...said(rows));
    this.store.activity.markTold(rows.map((row) => row.id));
  };

  readonly offered = (): GraphAnswer =>
    answerOf({
      notificationUrl: 'https://eu1-0.pushnp.svc.ms/notifications?token=t',
      expirationDateTime: new Date(Date.now() + 24 * 60 * minute).toISOString(),
    });

  readonly nothingNew = (): GraphAnswer => pageOf([], { delta: 'cursor' });

  /** A file nobody has seen before. */
  readonly something = (): GraphAnswer =>
    pageOf([wire(`new-${(this.#made += 1)}`)], { delta: 'cursor' });

  async pass(ms: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(ms);
  }

  /** Starts; from here on reads are counted anew. */
  async started(): Promise<void> {
    this.watch.start();
    await this.pass(0);
    this.quiet();
  }

  quiet(): void {
    this.reads.length = 0;
    this.told.length = 0;
    this.#since = Date.now();
  }

  async push(): Promise<void> {
    this.net.last.say('42/notifications,["notification"]');
    await this.pass(0);
  }

  withoutPush(): void {
    this.endpoint = () => failure('refused', null, 'notSupported');
  }

  state(): string {
    const { state, reason } = this.watch.liveness;
    return reason === null ? state : `${state} ${reason}`;
  }

  /** Seconds from each read to the next. */
  waits(): readonly number[] {
    return this.reads.map((at, index) => at - (this.reads[index - 1] ?? 0));
  }
}
