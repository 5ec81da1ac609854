import type { Clock } from '../ports.ts';

const believed = 3;
const kept = 5;
const skewMs = 5 * 60_000;

/**
 * Microsoft's time, from the Date of its answers. A clock that is more than five minutes off makes
 * sign-ins fail in ways that nobody would blame on it.
 */
export class ServerClock implements Clock {
  readonly #local: Clock;
  readonly #onSkew: (isSkewed: boolean) => void;
  #ahead: readonly number[] = [];

  constructor(local: Clock, onSkew: (isSkewed: boolean) => void) {
    this.#local = local;
    this.#onSkew = onSkew;
  }

  /** ms since 1970. */
  now(): number {
    return this.#local.now() + (this.#ahead.at(-1) ?? 0);
  }

  hear(response: Response): void {
    const date = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isFinite(date)) return;
    this.#ahead = [...this.#ahead, date - this.#local.now()].slice(-kept);
    if (this.#ahead.length >= believed) this.#onSkew(Math.abs(median(this.#ahead)) > skewMs);
  }
}

// One answer that came late, or from a proxy with a clock of its own, proves nothing.
function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
