import { z } from 'zod';
import type { Request } from './request.ts';
import { type RoutePattern, matchesRoute } from './route-pattern.ts';

export const faultAnswerSchema = z.strictObject({
  reset: z.literal(true).optional(),
  stall: z.enum(['headers', 'body']).optional(),
  resync: z
    .strictObject({ code: z.string().optional(), location: z.boolean().optional() })
    .optional(),
  status: z.number().int().min(200).max(599).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  json: z.unknown().optional(),
  html: z.string().optional(),
  text: z.string().optional(),
  empty: z.literal(true).optional(),
  delayMs: z.number().int().min(0).optional(),
});

/** The README says what each means and which one wins. */
export type FaultAnswer = z.output<typeof faultAnswerSchema>;

export interface FaultOptions {
  readonly times?: number | 'always' | undefined;
  /** Requests to let through first. */
  readonly after?: number | undefined;
}

export interface Fault {
  readonly hits: number;
  remove(): void;
}

interface Planned {
  readonly id: number;
  readonly route: RoutePattern;
  readonly answer: FaultAnswer;
  readonly times: number;
  after: number;
  hits: number;
}

/** What goes wrong next. The oldest fault that fits a request takes it. */
export class Faults {
  #planned: Planned[] = [];
  #lastId = 0;

  next(
    route: RoutePattern,
    answer: FaultAnswer,
    options: FaultOptions = {},
  ): Fault & { id: number } {
    const { times = 1, after = 0 } = options;
    const limit = times === 'always' ? Infinity : times;
    this.#lastId += 1;
    const planned: Planned = { id: this.#lastId, route, answer, times: limit, after, hits: 0 };
    this.#planned.push(planned);
    return {
      id: planned.id,
      get hits() {
        return planned.hits;
      },
      remove: () => {
        this.#planned = this.#planned.filter((other) => other !== planned);
      },
    };
  }

  clear(): void {
    this.#planned = [];
  }

  list() {
    return this.#planned.map(({ id, route, hits }) => ({ id, route: String(route), hits }));
  }

  /** Counts the request, and tells what to do to it. */
  take(request: Pick<Request, 'method' | 'path'>): FaultAnswer | null {
    for (const fault of this.#planned) {
      if (fault.hits >= fault.times) continue;
      if (!matchesRoute(fault.route, request.method, request.path)) continue;
      if (fault.after > 0) {
        fault.after -= 1;
        continue;
      }
      fault.hits += 1;
      return fault.answer;
    }
    return null;
  }
}
