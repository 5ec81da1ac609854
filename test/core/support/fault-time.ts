import { vi } from 'vitest';
import type { Clock } from '../../../src/core/ports.ts';
import { noon } from './doubles.ts';

const realSetImmediate = globalThis.setImmediate;
const realTimeout = AbortSignal.timeout.bind(AbortSignal);
const realRandom = Math.random;

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** Virtual time with a computer's clock that may be wrong, and chance from a seed. Needs `end`. */
export class FaultTime {
  /** The computer's own clock. */
  readonly clock: Clock = { now: () => Date.now() };
  /** After whatever has happened. */
  onTurn: () => void = () => undefined;
  #slept = 0;
  #limits = 0;

  constructor(seed: number) {
    vi.useFakeTimers({ now: noon });
    // Node's own goes by real time.
    AbortSignal.timeout = (ms) => {
      const over = new AbortController();
      this.#limits += 1;
      setTimeout(() => {
        this.#limits -= 1;
        over.abort(new DOMException('', 'TimeoutError'));
      }, ms);
      return over.signal;
    };
    Math.random = randomFrom(seed);
  }

  end(): void {
    vi.useRealTimers();
    AbortSignal.timeout = realTimeout;
    Math.random = realRandom;
  }

  /** Time limits of Node's own aside, which hold nobody up. */
  get timers(): number {
    return vi.getTimerCount() - this.#limits;
  }

  /** Everybody else's clock: it never jumps. */
  get now(): number {
    return noon + performance.now() + this.#slept;
  }

  /** Timer by timer, as `vi.advanceTimersByTimeAsync` does, but without real waits between them. */
  async pass(ms: number): Promise<void> {
    await this.settle();
    let isOver = ms <= 0;
    if (!isOver) setTimeout(() => (isOver = true), ms);
    // oxlint-disable-next-line no-unmodified-loop-condition -- It changes while time passes.
    while (!isOver) {
      vi.advanceTimersToNextTimer();
      await this.settle();
    }
  }

  async settle(): Promise<void> {
    for (let turn = 0; turn < 2; turn += 1) {
      await new Promise((resolve) => {
        realSetImmediate(resolve);
      });
    }
    this.onTurn();
  }

  /** The steady clock and timers stand still meanwhile, as on Linux and macOS. */
  sleep(ms: number): void {
    vi.setSystemTime(Date.now() + ms);
    this.#slept += ms;
  }

  /** The steady clock goes on, and all timers that are due fire late and at once, as on Windows. */
  sleepTicking(ms: number): void {
    (setTimeout as unknown as { clock: { jump: (ms: number) => void } }).clock.jump(ms);
  }

  /** The computer's clock is set. */
  setBy(ms: number): void {
    vi.setSystemTime(Date.now() + ms);
  }
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
