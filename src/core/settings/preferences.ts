import type { ActivityFilter, GroupBy } from '../../shared/activity-query.ts';
import type { Outcome } from '../../shared/ipc.ts';
import { hooksOf } from '../hooks/hook.ts';
import type { Configure, KeptConfig } from './kept-config.ts';
import { partOfDrives } from '../notices/drive-part.ts';
import { RuleBook, type RuleBookParts } from '../notices/rule-book.ts';
import { pauseEnd } from '../notices/pause.ts';
import type { Clock } from '../ports.ts';
import type { WatchList } from '../watches/watch-list.ts';

export interface PreferencesParts extends Pick<RuleBookParts, 'decisions' | 'clock'> {
  readonly config: Pick<KeptConfig, 'value'>;
  readonly configure: Configure;
  readonly watches: () => Pick<WatchList, 'wayUp'>;
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
      wayUp: (...asked) => parts.watches().wayUp(...asked),
      partOf: partOfDrives(() => config.value.drives),
      tellsOwn: () => config.value.tellsOwn,
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

  /** To what the activity list is narrowed from now on. */
  keepFilter(filter: ActivityFilter): Outcome<void> {
    const { kinds, drives } = filter;
    return this.#configure({ filter: { ...filter, kinds: [...kinds], drives: [...drives] } });
  }

  /** By what it is grouped from now on; null: by day. */
  keepGrouping(groupBy: GroupBy | null): Outcome<void> {
    return this.#configure({ groupBy });
  }
}
