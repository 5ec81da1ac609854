import { vi } from 'vitest';
import type { Attempt } from '../../../src/core/wake/attempt.ts';
import { joinByLibrary } from '../../../src/core/wake/library-line.ts';
import {
  joinLine,
  type Joined,
  type LineKind,
  type LineParts,
} from '../../../src/core/wake/line.ts';
import { joinByLoop } from '../../../src/core/wake/loop.ts';
import { heardLog } from './doubles.ts';
import { PushNet, type PushSocket } from './push-net.ts';

export type Via = LineKind['via'];

export const host = 'westeurope1-0.pushnp.svc.ms';
export const search = '?token=secret-1&applicationId=app';

/** One line in virtual time, kept by the client asked for; the push service by script. Needs `end`. */
export class LineBench {
  readonly net = new PushNet();
  readonly log = heardLog();
  readonly choice = { preferred: null as LineKind | null };
  readonly abort = new AbortController();
  readonly parts: LineParts;
  wakes = 0;
  /** What the join came to: `joined loop 4`, or its reason and hint. */
  outcome: string | null = null;
  lost: string | null = null;
  close: () => void = () => undefined;

  constructor() {
    vi.useFakeTimers();
    this.parts = {
      net: this.net,
      log: this.log,
      choice: this.choice,
      signal: this.abort.signal,
      onNotification: () => (this.wakes += 1),
    };
  }

  end(): void {
    this.abort.abort();
    this.close();
    vi.useRealTimers();
  }

  async pass(ms: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(ms);
  }

  /** Frames are taken in a turn later than they come. */
  async hear(frame: string): Promise<void> {
    this.net.last.say(frame);
    await this.pass(0);
  }

  async begin(via: Via, path = '/notifications', protocol: 3 | 4 = 4): Promise<void> {
    const url = new URL(`https://${host}${path}${search}`);
    const joining =
      via === 'loop' ? joinByLoop(url, this.parts, protocol) : joinByLibrary(url, this.parts);
    void joining.then((attempt) => this.#came(attempt));
    await this.pass(0);
  }

  async joined(via: Via, protocol: 3 | 4 = 4): Promise<PushSocket> {
    await this.begin(via, '/notifications', protocol);
    if (this.outcome !== `joined ${via} ${protocol}`) throw new Error(`${this.outcome}`);
    return this.net.last;
  }

  /** By whichever client works. */
  async beginAny(path = '/notifications'): Promise<void> {
    this.outcome = null;
    const url = new URL(`https://${host}${path}${search}`);
    void joinLine(url, this.parts).then((joined) => this.#came(joined));
    await this.pass(0);
  }

  #came(attempt: Attempt | Joined): void {
    if (!attempt.ok) {
      this.outcome = [attempt.reason, 'hint' in attempt ? attempt.hint : null]
        .filter(Boolean)
        .join(' ');
      return;
    }
    this.outcome = `joined ${attempt.line.via} ${attempt.line.protocol}`;
    this.close = () => attempt.line.close();
    void attempt.line.lost.then((reason) => (this.lost = reason));
  }
}
