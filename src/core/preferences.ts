import type { Outcome } from '../shared/ipc.ts';
import { pauseEnd } from './pause.ts';
import type { Clock } from './ports.ts';
import type { Config } from './settings.ts';

type Configure = (patch: Partial<Omit<Config, 'version'>>) => Outcome<void>;

/** What a person wants to be told of, and when. */
export class Preferences {
  readonly #configure: Configure;
  readonly #clock: Clock;

  constructor(configure: Configure, clock: Clock) {
    this.#configure = configure;
    this.#clock = clock;
  }

  pause(until: 'one-hour' | 'tomorrow' | 'until-resumed'): Outcome<void> {
    return this.#configure({ pausedUntil: pauseEnd(until, this.#clock.now()) });
  }

  resume(): Outcome<void> {
    return this.#configure({ pausedUntil: null });
  }

  /** Whether changes of one's own, as from another device, are told as well. */
  tellOwn(wanted: boolean): Outcome<void> {
    return this.#configure({ tellsOwn: wanted });
  }
}
