import { Backoff } from '../src/core/time/backoff.ts';
import { renewalOf } from '../src/core/wake/endpoints.ts';
import type { Account, World } from './scale-account.ts';
import { hourMs, minuteMs } from './scale-service.ts';
import { Alarm } from './scale-time.ts';

export interface LineParts {
  readonly world: World;
  readonly account: Account;
  readonly watchId: string;
  readonly onState: (isLive: boolean) => void;
  /** As good a time to read as any. */
  readonly onJoined: () => void;
}

const endpointLifeMs = hourMs / 2;
// Of push.ts and endpoints.ts, which keep them to themselves.
const renewRetryMs = minuteMs;
const barredMs = 10 * minuteMs;
const triedAgainMs = minuteMs / 2;
const backoff = [1000, minuteMs] as const;
// Only its end matters here.
const anEndpoint = { ok: true, url: new URL('https://localhost'), expiresAt: 0 } as const;

/** One drive's push line, as `Push` and `Endpoints` keep it. A line once joined is not lost. */
export class Line {
  readonly #parts: LineParts;
  readonly #backoff = new Backoff(...backoff);
  readonly #next = new Alarm(() => (this.#isHeld ? this.#renew() : this.hold()));
  #isHeld = false;
  #endsAt = 0;
  #renewAt = 0;
  #triedUntil = 0;

  constructor(parts: LineParts) {
    this.#parts = parts;
  }

  stop(): void {
    this.#parts.world.time.clear(this.#next);
  }

  hold(): void {
    const { world, onState, onJoined } = this.#parts;
    if (this.#isBarred) return this.#down(barredMs * (0.5 + Math.random()));
    const asked = world.time.now < this.#triedUntil ? 0 : this.#ask();
    if (asked > 0) return this.#down(this.#backoff.after(asked, this.#parts.account.pace.factor));
    if (!world.isUp) return this.#down(this.#waitToJoin());
    this.#joined();
    onState(true);
    onJoined();
  }

  get #isBarred(): boolean {
    const { account, watchId } = this.#parts;
    return account.sockets.barred(watchId) !== null;
  }

  #ask(): number {
    const { world, account } = this.#parts;
    this.#triedUntil = 0;
    const asked = account.ask('endpoint');
    if (asked > 0) return asked;
    this.#endsAt = world.time.now + endpointLifeMs;
    this.#renewAt = renewalOf({ ...anEndpoint, endsAt: this.#endsAt });
    const enough = world.time.now + triedAgainMs * account.pace.factor;
    this.#triedUntil = Math.min(enough, this.#renewAt);
    return 0;
  }

  /** Attempts with the endpoint there is ask for nothing: they need not be acted out. */
  #waitToJoin(): number {
    const left = this.#triedUntil - this.#parts.world.time.now;
    let wait = this.#backoff.next();
    while (wait < left) wait += this.#backoff.next();
    return wait;
  }

  #joined(): void {
    const { time } = this.#parts.world;
    this.#isHeld = true;
    time.set(this.#next, this.#renewAt - time.now);
  }

  #renew(): void {
    const { world, account, onJoined } = this.#parts;
    const { now } = world.time;
    const endsAt = this.#endsAt;
    if (this.#isBarred) return this.#lost();
    if (this.#ask() === 0) {
      this.#joined();
      if (account.pace.factor === 1) onJoined();
    } else if (now >= endsAt) {
      this.#lost();
    } else {
      world.time.set(this.#next, Math.min(renewRetryMs, endsAt - now));
    }
  }

  #lost(): void {
    this.#isHeld = false;
    this.#triedUntil = 0;
    this.#backoff.reset();
    this.#down(this.#backoff.next());
  }

  #down(waitMs: number): void {
    this.#parts.onState(false);
    this.#parts.world.time.set(this.#next, waitMs);
  }
}
