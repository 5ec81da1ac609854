import { dayMs, minuteMs } from './scale-service.ts';

const hours = 24;
/** When everybody is there. */
const busy = { fromMinute: 10 * 60, untilMinute: 17 * 60 };
const busyMinutes = busy.untilMinute - busy.fromMinute;

/** Of the hours in which everybody is there, where nothing else is said. */
export interface Figures {
  readonly requestsPerMinute: number;
  readonly unitsPerMinute: number;
  readonly worstHourPerMinute: number;
  readonly refusedShare: number;
  readonly unitsPerDay: number;
  /** The minute of the day from which on the day's limit refuses everything. */
  readonly usedUpAt: number | null;
  /** The median of `Pace.factor`. */
  readonly factor: number;
  readonly minutesBetweenLooks: number;
  readonly liveShare: number;
}

type What = 'requests' | 'units' | 'refused' | 'looks';

/** What happens in each minute of a day, and what is to be seen now and then. */
export class Counts {
  readonly #each: Readonly<Record<What, Float64Array>> = {
    requests: new Float64Array(dayMs / minuteMs),
    units: new Float64Array(dayMs / minuteMs),
    refused: new Float64Array(dayMs / minuteMs),
    looks: new Float64Array(dayMs / minuteMs),
  };
  readonly #factors = new Map<number, number>();
  #seen = 0;
  #live = 0;

  add(what: What, amount = 1): void {
    const minutes = this.#each[what];
    const minute = Math.floor(performance.now() / minuteMs);
    minutes[minute] = (minutes[minute] ?? 0) + amount;
  }

  /** How an account is at this moment, in equal distances of time. */
  see(factor: number, drives: readonly { readonly isLive: boolean }[]): void {
    const minute = performance.now() / minuteMs;
    if (minute < busy.fromMinute || minute >= busy.untilMinute) return;
    this.#factors.set(factor, (this.#factors.get(factor) ?? 0) + 1);
    this.#seen += drives.length;
    for (const drive of drives) if (drive.isLive) this.#live += 1;
  }

  figures(drives: number, perDay: number): Figures {
    const { units } = this.#each;
    const hourly = Array.from({ length: hours }, (_, hour) =>
      sum(units.subarray(hour * 60, (hour + 1) * 60)),
    );
    return {
      requestsPerMinute: this.#busy('requests') / busyMinutes,
      unitsPerMinute: this.#busy('units') / busyMinutes,
      worstHourPerMinute: Math.max(...hourly) / 60,
      refusedShare: this.#busy('refused') / this.#busy('requests'),
      unitsPerDay: sum(units),
      usedUpAt: this.#usedUpAt(perDay),
      factor: median(this.#factors),
      minutesBetweenLooks: (drives * busyMinutes) / this.#busy('looks'),
      liveShare: this.#live / this.#seen,
    };
  }

  #busy(what: What): number {
    return sum(this.#each[what].subarray(busy.fromMinute, busy.untilMinute));
  }

  #usedUpAt(perDay: number): number | null {
    let used = 0;
    const minute = this.#each.units.findIndex((units) => {
      used += units;
      return used > perDay;
    });
    return minute === -1 ? null : minute;
  }
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function median(counts: ReadonlyMap<number, number>): number {
  let left = [...counts.values()].reduce((total, count) => total + count, 0) / 2;
  for (const [value, count] of [...counts].toSorted(([one], [other]) => one - other)) {
    left -= count;
    if (left <= 0) return value;
  }
  return Number.NaN;
}
