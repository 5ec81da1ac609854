import type { Reason } from '../../shared/snapshot.ts';
import { Backoff } from '../time/backoff.ts';
import { describe } from '../describe.ts';
import type { Endpoint, EndpointFailure } from '../graph/endpoint.ts';
import type { Log, Net } from '../ports.ts';
import { aborted, sleep, timeLimit } from '../time/timing.ts';
import { Endpoints, type EndpointsParts, renewalOf } from './endpoints.ts';
import { joinLine, type Joined, type Line, type LineChoice, type LineParts } from './line.ts';
import { SupervisedLoop } from './supervised-loop.ts';
import type { WakeEvents } from './wake-events.ts';

const renewRetryMs = 60_000;
const steadyAfterMs = 30_000;
const notOfferedFirstMs = 5 * 60 * 1000;
const slowestMs = 60 * 60 * 1000;
const barredMs = 10 * 60 * 1000;
const fullForMs = 10 * 60 * 1000;

/** One drive's share in the sockets of all. */
interface SocketShare {
  /** Why it may hold none at present; null: it may. */
  readonly barred: () => Reason | null;
  readonly othersAreLive: () => boolean;
}

export interface PushParts extends EndpointsParts, WakeEvents {
  readonly net: Net;
  readonly log: Log;
  readonly sockets: SocketShare;
  readonly choice: LineChoice;
}

interface Held {
  readonly line: Line;
  readonly endpoint: Endpoint;
  /** ms since 1970, renewals included. */
  readonly since: number;
}

/** Keeps one drive's push line alive: asks, joins, renews with overlap, comes back. Ends only by `stop`. */
export class Push {
  readonly #parts: PushParts;
  readonly #loop = new SupervisedLoop({
    round: (signal) => this.#hold(signal),
    onBroken: (thrown) => this.#broke(thrown),
  });
  readonly #backoff = new Backoff(1000, 60_000);
  readonly #notOffered = new Backoff(notOfferedFirstMs, slowestMs);
  /** Answers that make no endpoint: soon again at first, for they may pass; then ever more rarely. */
  readonly #badEndpoint = new Backoff(2000, slowestMs);
  readonly #endpoints: Endpoints;
  #isBarred = false;
  #fullSince: number | null = null;

  constructor(parts: PushParts) {
    this.#parts = parts;
    this.#endpoints = new Endpoints(parts);
  }

  start(): void {
    void this.#loop.run();
  }

  stop(): void {
    this.#loop.stop();
  }

  /** Drops whatever there is and connects anew at once, as after sleep. */
  reconnect(): void {
    this.#backoff.reset();
    this.#endpoints.drop();
    this.#parts.onState({ state: 'connecting' });
    this.#loop.again();
  }

  /** Asks again whether it may hold a socket, where it might not. */
  unbar(): void {
    if (this.#isBarred && this.#parts.sockets.barred() === null) this.reconnect();
  }

  #broke(thrown: unknown): number {
    this.#parts.log.warn('push-broke', { why: describe(thrown) });
    this.#down('push-lost');
    return this.#backoff.next();
  }

  /** One connection's life, with all its renewals, and the wait after it. */
  async #hold(signal: AbortSignal): Promise<void> {
    const barred = this.#parts.sockets.barred();
    if (barred !== null) return this.#waitBarred(barred, signal);
    const first = await this.#connect(signal);
    if (!first) return;
    const joinedAt = performance.now();
    this.#notOffered.reset();
    this.#badEndpoint.reset();
    const renewAt = renewalOf(first.endpoint);
    this.#isLive(first, renewAt);
    this.#parts.onWake('joined');
    const reason = await this.#live(first, renewAt, signal);
    if (signal.aborted) return;
    this.#endpoints.drop();
    // A service that takes us in only to throw us out is not met at full speed for ever.
    if (performance.now() - joinedAt >= steadyAfterMs) this.#backoff.reset();
    this.#down(reason);
    await sleep(this.#backoff.next(), signal);
  }

  async #connect(signal: AbortSignal): Promise<Held | null> {
    const endpoint = await this.#endpoints.current(signal);
    if (signal.aborted) return null;
    if (!endpoint.ok) {
      await sleep(this.#waitAfter(endpoint), signal);
      return null;
    }
    const joined = await joinLine(endpoint.url, this.#lineParts(signal));
    if (signal.aborted) {
      if (joined.ok) joined.line.close();
      return null;
    }
    if (!joined.ok) {
      const reason = this.#refused(joined);
      this.#down(reason);
      const wait = reason === 'too-many-drives' ? barredFor() : this.#backoff.next();
      await sleep(wait, signal);
      return null;
    }
    this.#fullSince = null;
    return { line: joined.line, endpoint, since: this.#parts.clock.now() };
  }

  #refused({ reason, isFull }: Extract<Joined, { ok: false }>): Reason {
    if (reason === 'push-refused') this.#endpoints.drop();
    if (!isFull) {
      this.#fullSince = null;
      return reason;
    }
    const now = performance.now();
    this.#fullSince ??= now;
    // So many it takes, and no more.
    const isOneTooMany = now - this.#fullSince >= fullForMs && this.#parts.sockets.othersAreLive();
    return isOneTooMany ? 'too-many-drives' : reason;
  }

  async #waitBarred(reason: Reason, signal: AbortSignal): Promise<void> {
    this.#down(reason);
    this.#isBarred = true;
    await sleep(barredFor(), signal);
    this.#isBarred = false;
  }

  /** Until the line is lost: renews ahead of each expiry, the new line joined before the old one goes. */
  async #live(first: Held, firstRenewAt: number, signal: AbortSignal): Promise<Reason> {
    let held = first;
    let renewAt = firstRenewAt;
    for (;;) {
      const ended = await endOf(held.line, renewAt, signal);
      if (ended !== 'renew') {
        held.line.close();
        return ended === 'stopped' ? 'push-lost' : ended;
      }
      const barred = this.#parts.sockets.barred();
      if (barred !== null) {
        held.line.close();
        return barred;
      }
      const renewed = await this.#renewUnlessLost(held, signal);
      if (typeof renewed === 'string') {
        held.line.close();
        return renewed;
      }
      if (renewed) {
        held.line.close();
        held = { ...renewed, since: held.since };
        renewAt = renewalOf(held.endpoint);
        this.#isLive(held, renewAt);
        // The old line was there until the new one was: where little may be asked, that will do.
        if (this.#parts.graph.pace.factor === 1) this.#parts.onWake('joined');
      } else if (performance.now() >= held.endpoint.endsAt) {
        held.line.close();
        return 'push-lost';
      } else {
        const retryAt = performance.now() + renewRetryMs;
        renewAt = Math.min(retryAt, held.endpoint.endsAt);
        this.#isLive(held, renewAt);
      }
    }
  }

  /** The line there is may be lost, or its endpoint end, while another is made ready: then why. */
  async #renewUnlessLost(held: Held, signal: AbortSignal): Promise<Held | Reason | null> {
    const giveUp = new AbortController();
    const renewal = this.#renew(AbortSignal.any([signal, giveUp.signal]));
    const lost = endOf(held.line, held.endpoint.endsAt, AbortSignal.any([signal, giveUp.signal]));
    const first = await Promise.race([renewal, lost]);
    giveUp.abort();
    if (typeof first !== 'string') return first;
    return first === 'renew' || first === 'stopped' ? 'push-lost' : first;
  }

  // A failed renewal keeps the line there is.
  async #renew(signal: AbortSignal): Promise<Held | null> {
    const endpoint = await this.#endpoints.next(signal);
    if (!endpoint.ok || signal.aborted) return null;
    const joined = await joinLine(endpoint.url, this.#lineParts(signal));
    if (signal.aborted && joined.ok) joined.line.close();
    if (signal.aborted) return null;
    if (joined.ok) return { line: joined.line, endpoint, since: this.#parts.clock.now() };
    this.#parts.log.warn('push-not-renewed', { why: joined.reason });
    return null;
  }

  #waitAfter(failed: EndpointFailure): number {
    if (failed.kind === 'push') {
      this.#down(failed.reason);
      return (failed.reason === 'push-not-offered' ? this.#notOffered : this.#badEndpoint).next();
    }
    this.#parts.onState({
      state: 'down',
      reason: reasons.get(failed.failure.code) ?? 'push-unreachable',
    });
    const { code, retryAfterMs } = failed.failure;
    const asked = retryAfterMs ?? 0;
    const isFinal = code === 'signed-out' || code === 'client-id-wrong';
    return isFinal
      ? asked + this.#notOffered.next()
      : this.#backoff.after(asked, this.#parts.graph.pace.factor);
  }

  #isLive({ line, endpoint: { expiresAt }, since }: Held, renewAt: number): void {
    const { via, protocol } = line;
    const renewsAt = Math.round(this.#parts.clock.now() + renewAt - performance.now());
    const connection = { via, protocol, since, expiresAt, renewsAt };
    this.#parts.onState({ state: 'live', connection });
  }

  #down(reason: Reason): void {
    this.#parts.log.warn('push-down', { why: reason });
    this.#parts.onState({ state: 'down', reason });
  }

  #lineParts(signal: AbortSignal): LineParts {
    const { net, log, choice, onWake } = this.#parts;
    return { net, log, choice, signal, onNotification: () => onWake('push') };
  }
}

function barredFor(): number {
  return barredMs * (0.5 + Math.random());
}

/** Why there is no endpoint, where Graph said it. */
const reasons = new Map<string, Reason>([
  ['throttled', 'throttled'],
  ['microsoft-down', 'microsoft-down'],
  ['signed-out', 'signed-out'],
  ['client-id-wrong', 'client-id-wrong'],
  ['keys-locked', 'keys-locked'],
]);

/** What comes first. Leaves nothing behind on the signal, which may outlive many lines. */
async function endOf(
  line: Line,
  renewAt: number,
  signal: AbortSignal,
): Promise<Reason | 'renew' | 'stopped'> {
  using wait = timeLimit(signal, renewAt - performance.now());
  const over = aborted(wait.signal).then(() => (signal.aborted ? 'stopped' : 'renew'));
  return await Promise.race([line.lost, over]);
}
