import type { Outcome } from '../../shared/ipc.ts';
import { hooksOf } from '../hooks/hook.ts';
import type { KeptConfig } from './kept-config.ts';
import { RuleBook, type RuleBookParts } from '../notices/rule-book.ts';
import { pauseEnd } from '../notices/pause.ts';
import type { Clock } from '../ports.ts';
import type { Config } from './settings.ts';

type Configure = (patch: Partial<Omit<Config, 'version'>>) => Outcome<void>;

export interface PreferencesParts extends Pick<RuleBookParts, 'decisions' | 'clock'> {
  readonly config: Pick<KeptConfig, 'value'>;
  readonly configure: Configure;
}

/** What a person wants to be told of, and when. */
export class Preferences {
  readonly rules: RuleBook;
  readonly #configure: Configure;
  readonly #clock: Clock;

  constructor(parts: PreferencesParts) {
    const { config, configure, clock } = parts;
    this.#configure = configure;
    this.#clock = clock;
    this.rules = new RuleBook({
      ...parts,
      wishes: () => config.value.wishes,
      save: (wishes) => configure({ wishes, hooks: hooksOf(config.value.hooks, wishes.rules) }),
    });
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
