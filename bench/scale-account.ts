import { Pace } from '../src/core/graph/pace.ts';
import { Sockets } from '../src/core/watches/sockets.ts';
import type { Drive } from './scale-drive.ts';
import type { Time } from './scale-time.ts';

export type Request = 'endpoint' | 'reading';

export interface World {
  readonly time: Time;
  /** Whether whoever has an endpoint can join. */
  readonly isUp: boolean;
  /** Retry-After in ms; 0: it is answered. */
  readonly ask: (request: Request) => number;
  /** A drive has been read. */
  readonly onLook: () => void;
}

// What leaves while an answer is on its way has not heard it.
const latencyMs = 100;

/** One user's way to Microsoft, as `Graph` is: what is refused pauses every drive. */
export class Account {
  readonly pace = new Pace();
  readonly sockets: Sockets;
  readonly drives: Drive[] = [];
  readonly #world: World;
  #heardAt = 0;
  #quietUntil = 0;

  constructor(world: World) {
    this.#world = world;
    this.sockets = new Sockets(
      () => this.drives,
      () => Number.POSITIVE_INFINITY,
    );
  }

  /** How many ms to wait; 0: it is answered. */
  ask(request: Request): number {
    const now = performance.now();
    if (now >= this.#heardAt && now < this.#quietUntil) return this.#quietUntil - now;
    const asked = this.#world.ask(request);
    if (asked > 0) {
      this.pace.throttled();
      this.#heardAt = now + latencyMs;
      this.#quietUntil = Math.max(this.#quietUntil, now + asked);
    }
    return asked;
  }
}
