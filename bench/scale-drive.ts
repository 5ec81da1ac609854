import { Backoff } from '../src/core/time/backoff.ts';
import type { Holder } from '../src/core/watches/sockets.ts';
import type { WakeCause } from '../src/shared/diagnostics.ts';
import { PollSchedule } from '../src/core/wake/poll-schedule.ts';
import type { Account, World } from './scale-account.ts';
import { Line } from './scale-line.ts';
import { hourMs } from './scale-service.ts';
import { Alarm } from './scale-time.ts';

const changesPerHour = 2;
// Of watch.ts, which keeps it to itself.
const backoff = [2000, 60_000] as const;

/** One watched drive, as `Watch` is. What has changed can be read at once. */
export class Drive implements Holder {
  readonly watchId: string;
  readonly accountId = '';
  readonly needsOne = true;
  isLive = false;
  lastFoundAt = Number.NEGATIVE_INFINITY;
  readonly #world: World;
  readonly #account: Account;
  readonly #line: Line;
  readonly #polls: PollSchedule;
  readonly #backoff = new Backoff(...backoff);
  readonly #change = new Alarm(() => this.#changed());
  readonly #poll = new Alarm(() => this.#polled());
  readonly #later = new Alarm(() => this.#read('retry'));
  #hasChanged = false;
  #isAnnounced = false;
  #retryAt = 0;
  #isThrottled = false;
  #hasBegun = false;

  constructor(world: World, account: Account) {
    this.#world = world;
    this.#account = account;
    this.watchId = `${account.drives.length}`;
    const drives = (): number => account.drives.length;
    this.#polls = new PollSchedule({ drives, pace: account.pace });
    this.#line = new Line({
      world,
      account,
      watchId: this.watchId,
      onState: (isLive) => this.#pushed(isLive),
      onJoined: () => this.#read('joined'),
    });
  }

  get isSlowest(): boolean {
    return this.#account.pace.isSlowest;
  }

  start(): void {
    this.#waitForChange();
    this.#waitForPoll();
    this.#line.hold();
  }

  stop(): void {
    for (const alarm of [this.#change, this.#poll, this.#later]) this.#world.time.clear(alarm);
    this.#line.stop();
  }

  #waitForChange(): void {
    const wait = (-Math.log(1 - Math.random()) * hourMs) / changesPerHour;
    this.#world.time.set(this.#change, wait);
  }

  #changed(): void {
    this.#hasChanged = true;
    this.#waitForChange();
    if (!this.isLive) return;
    this.#isAnnounced = true;
    this.#read('push');
  }

  /** Polls that come before a retry ask for nothing: they need not be acted out. */
  #waitForPoll(): void {
    const idle = this.#isThrottled ? this.#retryAt - this.#world.time.now : 0;
    let wait = this.#polls.next(this.isLive);
    while (wait < idle) wait += this.#polls.next(this.isLive);
    this.#world.time.set(this.#poll, wait);
  }

  #polled(): void {
    this.#waitForPoll();
    if (!this.#isThrottled) this.#read('poll');
  }

  #read(cause: WakeCause): void {
    const { time } = this.#world;
    this.#hasBegun = true;
    time.clear(this.#later);
    const asked = this.#account.ask('reading');
    this.#isThrottled = asked > 0;
    if (asked === 0) return this.#succeeded(cause);
    const wait = this.#backoff.after(asked, this.#account.pace.factor);
    this.#retryAt = time.now + wait;
    time.set(this.#later, wait);
  }

  #succeeded(cause: WakeCause): void {
    const { time, onLook } = this.#world;
    onLook();
    this.#backoff.reset();
    if (this.isLive) {
      const isUnannounced = this.#hasChanged && !this.#isAnnounced;
      if (cause === 'poll' || isUnannounced) this.#polls.polled(isUnannounced);
      this.#waitForPoll();
    }
    if (this.#hasChanged) this.lastFoundAt = time.now;
    this.#hasChanged = false;
    this.#isAnnounced = false;
  }

  #pushed(isLive: boolean): void {
    const wasLive = this.isLive;
    this.isLive = isLive;
    if (!isLive && !this.#hasBegun) this.#read('retry');
    if (wasLive === isLive) return;
    this.#polls.reset();
    this.#waitForPoll();
  }
}
