import type { Reason } from '../../shared/snapshot.ts';
import { sleep } from '../time/timing.ts';
import type { SubscriptionVitals, WakeCause } from '../../shared/diagnostics.ts';
import { Push, type PushParts } from './push.ts';
import type { SourceState, WakeEvents } from './wake-events.ts';

const refusedForMs = 60_000;
const downForMs = 15 * 60_000;

/** One drive's share in the address where Microsoft can reach this computer. */
export interface DriveWebhook {
  /** `off`: there is no address; `first`: it wakes the drive, and push helps out. */
  readonly use: () => 'off' | 'fallback' | 'first';
  /** Asks for a subscription of the drive. */
  readonly hold: (holder: WakeEvents) => WebhookHold;
}

export interface WebhookHold {
  readonly state: SourceState;
  readonly vitals: SubscriptionVitals;
  /** Makes another at once: the way in may be closed. */
  readonly again: () => void;
  readonly release: () => void;
}

export interface SourcesParts extends PushParts {
  readonly webhook: DriveWebhook;
}

/** What wakes one drive: its push line, a subscription, or both while one of them does not come up. */
export class Sources {
  readonly #parts: SourcesParts;
  #push: Push | null = null;
  #pushState: SourceState | null = null;
  #hold: WebhookHold | null = null;
  #downSince: number | null = null;
  /** How often the webhook was in doubt since it last told anything. */
  #doubts = 0;
  /** Of this computer: nothing at all gets through. */
  #isOffline = false;
  #waiting: { readonly reason: Reason; readonly control: AbortController } | null = null;
  #isStopped = false;

  constructor(parts: SourcesParts) {
    this.#parts = parts;
  }

  get needsSocket(): boolean {
    return this.#push !== null;
  }

  get webhook(): SubscriptionVitals | null {
    return this.#hold?.vitals ?? null;
  }

  start(): void {
    this.#settle();
  }

  stop(): void {
    this.#isStopped = true;
    this.#dropPush();
    this.#release();
  }

  /** Drops whatever there is and connects anew at once, as after sleep. */
  reconnect(): void {
    this.#push?.reconnect();
    this.#hold?.again();
  }

  /** Something has changed that nobody has told of. A second time, no other subscription is believed before it tells. */
  doubt(): void {
    if (this.#webhookState?.state !== 'live') return;
    this.#doubts += 1;
    if (this.#doubts === 1) this.#hold?.again();
    else this.#webhookChanged();
  }

  /** What is allowed, or wished, may have changed. */
  follow(): void {
    this.#settle();
    this.#push?.unbar();
  }

  /** Holds what the use and the states ask for. */
  #settle(): void {
    if (this.#isStopped) return;
    const use = this.#parts.webhook.use();
    if (use === 'first') {
      this.#ask();
      if (this.#webhookState?.state === 'down') this.#takePush();
      else if (this.#webhookState?.state === 'live') this.#dropPush();
    } else {
      this.#takePush();
      if (use !== 'off' && this.#pushState?.state !== 'live') this.#helpOut();
      else if (this.#hold) {
        this.#release();
        this.#tell();
      } else this.#notWaiting();
    }
  }

  #takePush(): void {
    if (this.#push) return;
    this.#pushState = connecting;
    const push = new Push({
      ...this.#parts,
      onGraph: (failure) => {
        this.#isOffline = failure?.code === 'no-network';
        this.#parts.onGraph(failure);
      },
      onState: (state) => {
        if (this.#push === push) this.#pushed(state);
      },
    });
    this.#push = push;
    push.start();
  }

  #dropPush(): void {
    this.#push?.stop();
    this.#push = null;
    this.#pushState = null;
    this.#downSince = null;
    this.#notWaiting();
  }

  #ask(): void {
    this.#notWaiting();
    if (this.#hold) return;
    const { onWake, onAsking, onGraph, webhook } = this.#parts;
    const isOurs = (): boolean => this.#hold === hold;
    const hold: WebhookHold = webhook.hold({
      onWake: (cause) => isOurs() && this.#woken(cause),
      onAsking: () => isOurs() && onAsking(),
      onGraph: (failure) => isOurs() && onGraph(failure),
      onState: () => isOurs() && this.#webhookChanged(),
    });
    this.#hold = hold;
    // Another watch of the same drive may have had it for long.
    if (hold.state.state === 'live') onWake('joined');
    if (hold.state.state !== 'connecting') this.#webhookChanged();
  }

  #woken(cause: WakeCause): void {
    const wasDoubted = this.#doubts > 1;
    if (cause === 'webhook') this.#doubts = 0;
    if (wasDoubted && this.#doubts === 0) this.#webhookChanged();
    this.#parts.onWake(cause);
  }

  get #webhookState(): SourceState | null {
    const state = this.#hold?.state ?? null;
    return state?.state === 'live' && this.#doubts > 1 ? unheard : state;
  }

  #webhookChanged(): void {
    this.#settle();
    this.#tell();
  }

  #release(): void {
    this.#notWaiting();
    const hold = this.#hold;
    this.#hold = null;
    this.#doubts = 0;
    hold?.release();
  }

  #pushed(state: SourceState): void {
    this.#pushState = state;
    if (state.state === 'live' || this.#isOffline) {
      this.#downSince = null;
      this.#notWaiting();
    } else this.#downSince ??= performance.now();
    this.#settle();
    this.#tell();
  }

  /** Push is not there: the address takes its place once that has lasted, if it can. */
  #helpOut(): void {
    if (this.#hold || this.#isOffline || this.#pushState?.state !== 'down') return;
    const { reason } = this.#pushState;
    if (this.#waiting?.reason === reason) return;
    this.#notWaiting();
    const lastsMs = lastingAfter(reason);
    if (lastsMs !== null) void this.#helpOutIn(lastsMs, reason);
  }

  async #helpOutIn(lastsMs: number, reason: Reason): Promise<void> {
    const left = (this.#downSince ?? performance.now()) + lastsMs - performance.now();
    if (left <= 0) return this.#ask();
    const control = new AbortController();
    this.#waiting = { reason, control };
    await sleep(left, control.signal);
    if (control.signal.aborted) return;
    this.#waiting = null;
    if (this.#parts.webhook.use() === 'fallback' && this.#pushState?.state !== 'live') this.#ask();
  }

  #notWaiting(): void {
    this.#waiting?.control.abort();
    this.#waiting = null;
  }

  #tell(): void {
    if (!this.#isStopped) this.#parts.onState(this.#state());
  }

  #state(): SourceState {
    const isFirst = this.#parts.webhook.use() === 'first';
    const [push, hook] = [this.#pushState, this.#webhookState];
    const inOrder = isFirst ? [hook, push] : [push, hook];
    const live = inOrder.find((one) => one?.state === 'live');
    if (live) return live;
    // What the person can mend comes first: that nothing is pushed they know.
    const isMendable = hook?.state === 'down' && hook.reason.startsWith('webhook-');
    const said = isFirst || (isMendable && push?.state === 'down') ? hook : push;
    return said ?? connecting;
  }
}

const connecting: SourceState = { state: 'connecting' };

const unheard: SourceState = { state: 'down', reason: 'webhook-unreached' };

/** How long it has to be so before it lasts; null: nothing else would come through either. */
function lastingAfter(reason: Reason): number | null {
  if (reason === 'push-not-offered' || reason === 'too-many-drives') return 0;
  if (reason === 'push-refused') return refusedForMs;
  return ofGraph.has(reason) ? null : downForMs;
}

const ofGraph = new Set<Reason>([
  'microsoft-down',
  'throttled',
  'signed-out',
  'keys-locked',
  'client-id-wrong',
]);
