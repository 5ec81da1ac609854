import { type Answer, html, json } from './answer.ts';
import type { FaultAnswer, Faults } from './faults.ts';
import type { Request } from './request.ts';
import type { RequestLog } from './request-log.ts';

export interface DeskSurroundings {
  readonly answer: (request: Request) => Answer | Promise<Answer>;
  /** The answer Microsoft gives with that status, for faults that name nothing else. */
  readonly plain: (request: Request, fault: FaultAnswer) => Answer;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly dateSkewMs: () => number;
}

/** A connection that ends, or hangs before or within its body. */
export interface Broken {
  readonly broken: 'reset' | 'headers' | 'body';
}

export type Outcome = Answer | Broken;

/** What a body that never ends begins with. */
export const hangingBody = '{"value":[';

/** Every request comes by here, over a socket or not: faults first, and all of it is logged. */
export class Desk {
  readonly #surroundings: DeskSurroundings;

  constructor(surroundings: DeskSurroundings) {
    this.#surroundings = surroundings;
  }

  /** The log has the request once it was delivered. */
  async serve(request: Request, deliver: (outcome: Outcome) => void): Promise<void> {
    const outcome = await this.#outcome(request).catch(defect);
    deliver(outcome);
    this.#log(request, outcome);
  }

  /** Empty where the clock is not wrong: the transport knows the time itself. */
  get dateHeader(): { readonly date?: string } {
    const skew = this.#surroundings.dateSkewMs();
    return skew === 0 ? {} : { date: new Date(Date.now() + skew).toUTCString() };
  }

  async #outcome(request: Request): Promise<Outcome> {
    const { faults, answer, plain } = this.#surroundings;
    const fault = isControl(request) ? null : faults.take(request);
    if (fault?.delayMs !== undefined) await after(fault.delayMs);
    if (fault?.reset) return { broken: 'reset' };
    if (fault?.stall) return { broken: fault.stall };
    return (fault && faultAnswer(fault, request, plain)) ?? (await answer(request));
  }

  #log(request: Request, outcome: Outcome): void {
    if (isControl(request)) return;
    const { method, path } = request;
    const answered = 'broken' in outcome ? { status: 0 } : outcome;
    const { status, account = null } = answered as { status: number; account?: string };
    this.#surroundings.log.add({ at: Date.now(), method, path, status, account });
  }
}

function isControl({ path }: Request): boolean {
  return path.startsWith('/_control/');
}

/** By the global timer: tests may have put another in its place. */
async function after(ms: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, ms);
  await promise;
}

function defect(error: unknown): Answer {
  return json(500, { error: { code: 'simulatorDefect', message: String(error) } });
}

/** Null where the fault was only a delay. */
function faultAnswer(
  fault: FaultAnswer,
  request: Request,
  plain: DeskSurroundings['plain'],
): Answer | null {
  const { status = 200, headers = {} } = fault;
  if (fault.resync) return plain(request, fault);
  if (fault.json !== undefined) return json(status, fault.json, headers);
  if (fault.html !== undefined) return html(status, fault.html, headers);
  if (fault.text !== undefined)
    return { status, headers: { 'content-type': 'text/plain', ...headers }, body: fault.text };
  if (fault.empty) return { status, headers, body: '' };
  return fault.status === undefined ? null : plain(request, fault);
}
