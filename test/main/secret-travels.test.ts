import { expect, it } from 'vitest';
import type { SecretLoad } from '../../src/core/ports.ts';
import { not, ok, SecretBench } from './support/secret-bench.ts';

const bench = new SecretBench();
const strong = ['gnome_libsecret', 'kwallet6', 'kwallet5'] as const;
type Strong = (typeof strong)[number];

/** What a person would expect to find, on whichever desktop they come back to. */
class Expected {
  /** Whose the last save was. */
  #last: Strong | 'weak' | null = null;
  #isDamaged = false;
  readonly #saved = new Map<Strong | 'weak', string>();

  save(by: Strong | 'weak', text: string): void {
    this.#saved.set(by, text);
    this.#last = by;
    this.#isDamaged = false;
  }

  forbidWeak(): void {
    if (this.#last === 'weak') this.#last = null;
  }

  damage(): boolean {
    this.#isDamaged ||= this.#last !== null;
    return this.#isDamaged;
  }

  load(by: Strong | 'weak'): SecretLoad {
    // What was saved weakly is open to everyone.
    const isOpen = this.#last !== null && [by, 'weak'].includes(this.#last);
    const owner = isOpen && this.#last === 'weak' ? 'weak' : by;
    const text = isOpen || by !== 'weak' ? this.#saved.get(owner) : undefined;
    if (text === undefined) return not(this.#last === null ? 'absent' : 'backend-changed');
    const found = ok(text, isOpen && this.#isDamaged);
    this.save(by, text);
    return found;
  }
}

it.each(Array.from({ length: 8 }, (_, seed) => seed))(
  'is found again on each desktop, however often they change and files are damaged: %i',
  async (seed) => {
    const next = dice(seed);
    const expected = new Expected();
    for (let step = 0; step < 60; step += 1) {
      if (next(4) === 0 && expected.damage()) {
        bench.write('tokens.bin', bench.read('tokens.bin').subarray(0, next(100)));
      }
      const by = [...strong, 'weak' as const][next(4)] ?? 'weak';
      const file = bench.on(by === 'weak' ? 'basic_text' : by);
      expect(await file.load(), `step ${step}`).toEqual(expected.load(by));
      if (next(2) === 0) continue;
      const [text, isAllowed] = [`saved at ${step}`, next(2) === 0];
      const kept = await file.save(text, isAllowed);
      const keptWeakly = isAllowed ? 'saved-weakly' : 'memory-only';
      expect(kept).toBe(by === 'weak' ? keptWeakly : 'saved');
      if (kept === 'memory-only') expected.forbidWeak();
      else expected.save(by, text);
    }
  },
);

function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor(state / 65_536) % sides;
  };
}
