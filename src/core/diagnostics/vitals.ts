import type { DriveVitals, WakeCause } from '../../shared/diagnostics.ts';
import type { Reason } from '../../shared/snapshot.ts';
import type { Clock } from '../ports.ts';

/** What has last happened to a drive. */
export class Vitals {
  readonly #clock: Clock;
  #view: Omit<DriveVitals, 'webhook'> = { lastWake: null, lastReading: null, lastFailure: null };

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get view(): Omit<DriveVitals, 'webhook'> {
    return this.#view;
  }

  woken(cause: WakeCause): void {
    this.#view = { ...this.#view, lastWake: { at: this.#clock.now(), cause } };
  }

  read(found: number): void {
    this.#view = { ...this.#view, lastReading: { at: this.#clock.now(), found } };
  }

  /** Nothing wakes the drive at once. */
  notLive(reason: Reason): void {
    this.failed(reason.startsWith('webhook-') ? 'webhook' : 'push', reason);
  }

  failed(of: NonNullable<DriveVitals['lastFailure']>['of'], code: string): void {
    this.#view = { ...this.#view, lastFailure: { at: this.#clock.now(), of, code } };
  }
}
