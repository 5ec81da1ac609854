import { WebSocket } from 'ws';
import type { Attempt } from '../../../src/core/wake/attempt.ts';
import { joinByLibrary } from '../../../src/core/wake/library-line.ts';
import {
  joinLine,
  type Joined,
  type LineKind,
  type LineParts,
} from '../../../src/core/wake/line.ts';
import { joinByLoop } from '../../../src/core/wake/loop.ts';
import { until } from '../../support/harness.ts';
import { heardLog } from './doubles.ts';
import type { Via } from './push-lines.ts';

/** One drive's lines over real sockets. */
export class RealLine implements Disposable {
  readonly choice: { preferred: LineKind | null } = { preferred: null };
  readonly log = heardLog();
  readonly #abort = new AbortController();
  wakes = 0;
  lost: string | null = null;
  #close: () => void = () => undefined;

  /** By one client, or by whichever works; answers `joined loop 4`, or the reason and the hint. */
  async join(url: URL, via: Via | 'any' = 'any'): Promise<string> {
    const joined = await this.#join(url, via);
    if (!joined.ok) {
      return [joined.reason, 'hint' in joined ? joined.hint : null].filter(Boolean).join(' ');
    }
    const { line } = joined;
    this.lost = null;
    this.#close = () => line.close();
    void line.lost.then((reason) => (this.lost = reason));
    return `joined ${line.via} ${line.protocol}`;
  }

  async untilWoken(by: () => void): Promise<void> {
    const before = this.wakes;
    by();
    await until(() => this.wakes > before);
  }

  async untilLost(): Promise<string | null> {
    await until(() => this.lost !== null);
    return this.lost;
  }

  close(): void {
    this.#close();
  }

  [Symbol.dispose](): void {
    this.#abort.abort();
    this.close();
  }

  #join(url: URL, via: Via | 'any'): Promise<Attempt | Joined> {
    const parts: LineParts = {
      net: {
        fetch: () => Promise.reject(new Error('Only the push service is here.')),
        connect: (url) => new WebSocket(url),
      },
      log: this.log,
      choice: this.choice,
      signal: this.#abort.signal,
      onNotification: () => (this.wakes += 1),
    };
    if (via === 'any') return joinLine(url, parts);
    return via === 'loop' ? joinByLoop(url, parts, 4) : joinByLibrary(url, parts);
  }
}
