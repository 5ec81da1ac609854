import type { Knobs } from '../knobs.ts';

type Standing = 'good' | 'slow' | 'drop';

interface Answered {
  readonly at: number;
  readonly isLate: boolean;
}

const windowMs = 600_000;

/** How a listener has answered in the last ten minutes (sheet 3.3). */
export class Reputation {
  readonly #knobs: Knobs;
  #answers: Answered[] = [];

  constructor(knobs: Knobs) {
    this.#knobs = knobs;
  }

  note(isLate: boolean): void {
    this.#answers.push({ at: Date.now(), isLate });
  }

  /** What is dropped is not answered, so that dropping ends after ten minutes by itself. */
  get standing(): Standing {
    const since = Date.now() - windowMs;
    this.#answers = this.#answers.filter(({ at }) => at > since);
    const count = this.#answers.length;
    if (count === 0 || count < this.#knobs.webhookLeastAnswers) return 'good';
    const late = this.#answers.filter(({ isLate }) => isLate).length / count;
    if (late > 0.15) return 'drop';
    return late > 0.1 ? 'slow' : 'good';
  }
}
