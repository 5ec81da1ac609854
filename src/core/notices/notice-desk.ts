import { describe } from '../describe.ts';
import { partOfDrives } from './drive-part.ts';
import type { KeptConfig } from '../settings/kept-config.ts';
import type { Clock, Log, Notifier } from '../ports.ts';
import type { Activity } from '../store/activity.ts';
import type { Decisions } from '../store/decisions.ts';
import { WallTimer } from '../time/wall-timer.ts';
import type { WatchList } from '../watches/watch-list.ts';
import { nextQuiet, quietUntil } from './quiet-hours.ts';
import { Teller, type TellerParts } from './teller.ts';

/** What is due and could not be told is tried again. */
const againMs = 30_000;

export interface NoticeDeskParts extends Pick<TellerParts, 'onDecided'> {
  readonly activity: Activity;
  readonly decisions: Decisions;
  readonly notifier: Notifier;
  readonly clock: Clock;
  readonly log: Log;
  readonly config: Pick<KeptConfig, 'value'>;
  readonly watches: () => Pick<WatchList, 'wayUp' | 'isCatchingUp' | 'reachedAt'>;
  /** What a person sees of pause or quiet has changed. */
  readonly onTime: () => void;
}

/** Tells changes when it is time to: as they come, or when silence is over. */
export class NoticeDesk {
  readonly #parts: NoticeDeskParts;
  readonly #teller: Teller;
  readonly #timer: WallTimer;

  constructor(parts: NoticeDeskParts) {
    this.#parts = parts;
    this.#teller = new Teller({
      ...parts,
      wayUp: (...asked) => parts.watches().wayUp(...asked),
      partOf: partOfDrives(() => parts.config.value.drives),
      moment: () => ({
        ...parts.config.value,
        isCatchingUp: parts.watches().isCatchingUp,
        reachedAt: parts.watches().reachedAt,
      }),
    });
    this.#timer = new WallTimer(parts.clock, () => {
      this.tell();
      parts.onTime();
    });
  }

  /** What could not be told stays in the outbox. */
  tell(): void {
    try {
      this.#teller.tell();
    } catch (thrown) {
      this.#parts.log.warn('changes-not-told', { why: describe(thrown) });
    }
    this.#timer.arm(this.#nextAt());
  }

  /** The computer is back after a while, and so is the reader. */
  back(): void {
    this.#teller.back();
  }

  stop(): void {
    this.#timer.stop();
  }

  /** When what is kept for later is due, in ms since 1970; null: nothing is, or not before somebody says so. */
  dueAt(): number | null {
    return this.#teller.nextAt();
  }

  /** Takes back the toasts of drives whose activity is gone. */
  forget(watchIds: readonly string[]): void {
    this.#teller.forget(watchIds);
  }

  #nextAt(): number | null {
    const { wishes, pausedUntil } = this.#parts.config.value;
    const now = this.#parts.clock.now();
    const moments = [
      this.#teller.nextAt(),
      typeof pausedUntil === 'number' && pausedUntil > now ? pausedUntil : null,
      quietUntil(wishes.quietHours, now) ?? nextQuiet(wishes.quietHours, now),
    ].filter((at) => at !== null);
    const ahead = moments.map((at) => (at > now ? at : now + againMs));
    return ahead.length === 0 ? null : Math.min(...ahead);
  }
}
