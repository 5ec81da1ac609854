import { Account, type Request, type World } from './scale-account.ts';
import { Counts, type Figures } from './scale-counts.ts';
import { Drive } from './scale-drive.ts';
import { dayMs, hourMs, type Limits, type Manner, minuteMs, Service } from './scale-service.ts';
import { Alarm, Time } from './scale-time.ts';

const drivesPerUser = 3;
const arrival = { fromMs: 8 * hourMs, untilMs: 10 * hourMs };
const workMs = 9 * hourMs;
const sampleMs = 5 * minuteMs;

export interface DayParts {
  readonly users: number;
  readonly isUp: boolean;
  /** Units that an endpoint costs. */
  readonly price: 1 | 2;
  readonly limits: Limits;
  readonly manner: Manner;
}

/** A tenant's working day, in virtual time. */
export class Day {
  readonly #parts: DayParts;
  readonly #time = new Time(dayMs);
  readonly #counts = new Counts();
  readonly #service: Service;
  readonly #accounts: Account[] = [];

  constructor(parts: DayParts) {
    this.#parts = parts;
    this.#service = new Service(parts.limits, parts.manner);
  }

  run(): Figures {
    const { users, isUp, limits } = this.#parts;
    // What is borrowed from src/core asks it for the time.
    performance.now = () => this.#time.now;
    const world: World = {
      time: this.#time,
      isUp,
      ask: (request) => this.#ask(request),
      onLook: () => this.#counts.add('looks'),
    };
    while (this.#accounts.length < users) this.#employ(world);
    const sample = new Alarm(() => {
      for (const { pace, drives } of this.#accounts) this.#counts.see(pace.factor, drives);
      this.#time.set(sample, sampleMs);
    });
    this.#time.set(sample, sampleMs);
    this.#time.run();
    return this.#counts.figures(users * drivesPerUser, limits.perDay);
  }

  #employ(world: World): void {
    const account = new Account(world);
    this.#accounts.push(account);
    while (account.drives.length < drivesPerUser) account.drives.push(new Drive(world, account));
    const comes = new Alarm(() => account.drives.forEach((drive) => drive.start()));
    const goes = new Alarm(() => account.drives.forEach((drive) => drive.stop()));
    const at = arrival.fromMs + Math.random() * (arrival.untilMs - arrival.fromMs);
    this.#time.set(comes, at);
    this.#time.set(goes, at + workMs);
  }

  #ask(request: Request): number {
    const units = request === 'endpoint' ? this.#parts.price : 1;
    const asked = this.#service.ask(units);
    this.#counts.add('requests');
    this.#counts.add('units', units);
    if (asked > 0) this.#counts.add('refused');
    return asked;
  }
}
