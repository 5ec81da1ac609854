import { getEventListeners } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const RealController = AbortController;

/** What is left in memory, once nothing is that need not be. Needs `end`. */
export class FaultCensus {
  #signals = new Set<WeakRef<AbortSignal>>();
  /** Node's own words when something gathers listeners. */
  readonly warnings: string[] = [];

  constructor() {
    const signals = (): Set<WeakRef<AbortSignal>> => this.#signals;
    globalThis.AbortController = class extends RealController {
      constructor() {
        super();
        signals().add(new WeakRef(this.signal));
      }
    };
    process.on('warning', this.#warned);
  }

  end(): void {
    globalThis.AbortController = RealController;
    process.off('warning', this.#warned);
  }

  readonly #warned = (warning: Error): void => {
    this.warnings.push(`${warning.name} ${warning.message}`);
  };

  /** `settle`: lets finalizers run. */
  async take(settle: () => Promise<void>): Promise<Census> {
    for (let round = 0; round < 4; round += 1) {
      collect();
      await settle();
    }
    const living = [...this.#signals].filter((ref) => ref.deref() !== undefined);
    this.#signals = new Set(living);
    const counts = living.map((ref) => listeners(ref));
    return {
      heapKb: Math.round(process.memoryUsage().heapUsed / 1024),
      signals: living.length,
      listeners: counts.reduce((sum, count) => sum + count, 0),
      mostListeners: Math.max(0, ...counts),
    };
  }
}

export interface Census {
  readonly heapKb: number;
  readonly signals: number;
  /** Of all signals together, and of the one with the most. */
  readonly listeners: number;
  readonly mostListeners: number;
}

function listeners(ref: WeakRef<AbortSignal>): number {
  const signal = ref.deref();
  return signal ? getEventListeners(signal, 'abort').length : 0;
}
