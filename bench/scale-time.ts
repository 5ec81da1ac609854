const tickMs = 100;

/** Something that is due once at most, like a timer. */
export class Alarm {
  tick = -1;
  readonly ring: () => void;

  constructor(ring: () => void) {
    this.ring = ring;
  }
}

/** Virtual time, in tenths of a second: millions of alarms a day need no order finer than that. */
export class Time {
  readonly #due: (Alarm[] | undefined)[];
  #tick = 0;

  constructor(lastsMs: number) {
    this.#due = Array.from({ length: lastsMs / tickMs });
  }

  get now(): number {
    return this.#tick * tickMs;
  }

  /** Rings in `ms`, and at no other time any more. */
  set(alarm: Alarm, ms: number): void {
    alarm.tick = this.#tick + Math.max(1, Math.ceil(ms / tickMs));
    if (alarm.tick >= this.#due.length) return;
    const due = this.#due[alarm.tick];
    if (due) due.push(alarm);
    else this.#due[alarm.tick] = [alarm];
  }

  clear(alarm: Alarm): void {
    alarm.tick = -1;
  }

  run(): void {
    for (this.#tick = 0; this.#tick < this.#due.length; this.#tick += 1) {
      for (const alarm of this.#due[this.#tick] ?? []) {
        if (alarm.tick !== this.#tick) continue;
        alarm.tick = -1;
        alarm.ring();
      }
      this.#due[this.#tick] = undefined;
    }
  }
}
