import type { KeptConfig } from '../settings/kept-config.ts';
import type { LineChoice } from './line.ts';

/** The push client that has worked is tried first, after a restart as well. */
export function keptChoice(config: KeptConfig): LineChoice {
  return {
    get preferred() {
      return config.value.pushClient;
    },
    set preferred(pushClient) {
      config.change({ pushClient });
    },
  };
}
