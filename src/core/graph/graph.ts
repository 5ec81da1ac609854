import { randomUUID } from 'node:crypto';
import { describe } from '../describe.ts';
import { type Hosts, isGraphLink } from '../hosts.ts';
import type { Log, Net } from '../ports.ts';
import type { ServerClock } from '../time/server-clock.ts';
import type { Reach } from '../sign-in/scopes.ts';
import type { Refusal, TokenSource } from '../sign-in/token-source.ts';
import { timeLimit, unlessAborted } from '../time/timing.ts';
import { type Body, readJson } from './body.ts';
import { claimsOf } from './claims.ts';
import { Pace } from './pace.ts';
import { RequestBudget, type Urgency } from './request-budget.ts';
import { retryAfterMs } from './retry-after.ts';

export type GraphFailureCode =
  | 'no-network'
  | 'throttled'
  | 'microsoft-down'
  | 'signed-out'
  | 'keys-locked'
  | 'client-id-wrong'
  | 'no-access'
  | 'not-found'
  | 'gone'
  | 'refused'
  | 'not-json'
  | 'unexpected-answer';

export interface GraphFailure {
  readonly ok: false;
  readonly code: GraphFailureCode;
  readonly retryAfterMs: number | null;
  /** Graph's own error code, such as `notSupported`. */
  readonly graphCode: string | null;
  /** The id of what there is already, where Graph names it (409). */
  readonly inUse?: string;
}
export type Answer<T> = { readonly ok: true; readonly value: T } | GraphFailure;
export type GraphAnswer = Answer<unknown>;

const timeoutMs = 60_000;
const mostBytes = 8 * 1024 * 1024;
const defaultPauseMs = 10_000;
const inVainMs = 5 * 60_000;

export interface GraphParts {
  readonly net: Net;
  readonly hosts: Hosts;
  readonly tokens: TokenSource;
  readonly serverClock: ServerClock;
  readonly log: Log;
  readonly userAgent: string;
}

export interface Asking {
  readonly signal: AbortSignal;
  /** `awaited` where nothing is said. */
  readonly urgency?: Urgency;
  /** Further than what is watched needs. */
  readonly reach?: Reach | undefined;
  /** How long the token has to be good for, in ms: Microsoft goes on using it. */
  readonly tokenLastsMs?: number;
  /** The request has had its turn and leaves: the answer knows all that has happened before. */
  readonly onLeave?: () => void;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

interface GraphRequest extends Asking {
  readonly url: string;
  readonly method: Method;
  readonly json: string | null;
}

/** One account's way to Microsoft Graph. A throttled answer pauses every call of the account. */
export class Graph {
  readonly pace = new Pace();
  readonly #parts: GraphParts;
  readonly #budget = new RequestBudget();
  #quietUntil = 0;
  #inVainUntil = 0;

  constructor(parts: GraphParts) {
    this.#parts = parts;
  }

  /** Told to wait: nothing can be asked. */
  get isQuiet(): boolean {
    return this.#throttled() !== null;
  }

  /** Whether a link may be followed: only Graph's own. */
  owns(link: string): boolean {
    return isGraphLink(link, this.#parts.hosts);
  }

  /** Microsoft's time, in ms since 1970: this computer's clock may be wrong. */
  serverTime(): number {
    return this.#parts.serverClock.now();
  }

  /** `target`: a path below `/v1.0`, or an absolute link that Graph itself gave. */
  async get(target: string, asking: Asking): Promise<GraphAnswer> {
    const { hosts, log } = this.#parts;
    const url = target.startsWith('/') ? `${hosts.graph}/v1.0${target}` : target;
    if (!this.owns(url)) {
      log.warn('graph-link-foreign');
      return failure('unexpected-answer');
    }
    return this.#ask({ ...asking, url, method: 'GET', json: null });
  }

  /** `path`: below `/v1.0`. The answer's value is null where it has no content. */
  change(
    method: Exclude<Method, 'GET'>,
    path: `/${string}`,
    { body, ...asking }: Asking & { readonly body?: object },
  ): Promise<GraphAnswer> {
    const url = `${this.#parts.hosts.graph}/v1.0${path}`;
    return this.#ask({ ...asking, url, method, json: body ? JSON.stringify(body) : null });
  }

  async #ask(request: GraphRequest): Promise<GraphAnswer> {
    const answer = await this.#try(request, null);
    if (!('refused' in answer)) return answer;
    // A new token has not helped a moment ago.
    const isInVain = answer.refused.claims === null && performance.now() < this.#inVainUntil;
    return isInVain ? failure('refused') : this.#tryAnew(request, answer.refused);
  }

  /** Once: with a token made anew, bringing the claims that were asked for. */
  async #tryAnew(request: GraphRequest, refused: Refusal): Promise<GraphAnswer> {
    const answer = await this.#try(request, refused);
    if (!('refused' in answer)) return answer;
    this.#parts.log.warn('graph-refused-token', { claims: answer.refused.claims !== null });
    // Without claims it is this one thing that Graph refuses, not the person.
    if (answer.refused.claims === null) {
      this.#inVainUntil = performance.now() + inVainMs;
      return failure('refused');
    }
    this.#parts.tokens.challengedAgain(answer.refused.claims);
    return failure('signed-out');
  }

  async #try(request: GraphRequest, refused: Refusal | null): Promise<GraphAnswer | Refused> {
    const early = this.#throttled();
    if (early) return early;
    // Whoever makes the token goes on, for others want it as well.
    const token = await unlessAborted(
      this.#parts.tokens.token({
        refused,
        reach: request.reach,
        lastsMs: request.tokenLastsMs,
      }),
      request.signal,
    );
    if (token === null) return failure('no-network');
    if (!token.ok) return failure(token.code, token.retryAfterMs);
    // Not before: all that has waited for a token would go out at once when it comes.
    await this.#budget.take(request.urgency ?? 'awaited', request.signal);
    if (request.signal.aborted) return failure('no-network');
    return this.#throttled() ?? this.#send(request, token.value);
  }

  #throttled(): GraphFailure | null {
    const wait = this.#quietUntil - performance.now();
    return wait > 0 ? failure('throttled', wait) : null;
  }

  async #send(request: GraphRequest, token: string): Promise<GraphAnswer | Refused> {
    const { url, signal, method, json } = request;
    const { serverClock, net, log } = this.#parts;
    request.onLeave?.();
    using limit = timeLimit(signal, timeoutMs);
    try {
      const response = await net.fetch(url, {
        method,
        headers: this.#headers(token),
        signal: limit.signal,
        ...(json === null ? {} : { body: json }),
      });
      serverClock.hear(response);
      if (response.status === 401) return await refusalOf(response, token);
      if (method !== 'GET' && isEmpty(response)) return { ok: true, value: null };
      return this.#understand(response, await readJson(response, mostBytes));
    } catch (thrown) {
      log.warn('graph-unreached', { why: describe(thrown) });
      // There is somebody, who does not answer in time.
      const isSilent = limit.signal.aborted && !signal.aborted;
      return failure(isSilent ? 'microsoft-down' : 'no-network');
    }
  }

  #headers(token: string): Record<string, string> {
    return {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      'content-type': 'application/json',
      'client-request-id': randomUUID(),
      'user-agent': this.#parts.userAgent,
    };
  }

  #understand(response: Response, body: Body): GraphAnswer {
    if (response.ok && body.ok) return { ok: true, value: body.value };
    if (response.ok)
      return failure(!body.ok && body.code === 'not-json' ? 'not-json' : 'unexpected-answer');
    const { serverClock, log } = this.#parts;
    const graphCode = body.ok ? graphCodeOf(body.value) : null;
    log.warn('graph-refused', {
      status: response.status,
      error: graphCode,
      request: response.headers.get('request-id'),
    });
    const asked = retryAfterMs(response.headers.get('retry-after'), serverClock.now());
    if (response.status === 429) this.pace.throttled();
    if (response.status === 429 || (response.status === 503 && asked !== null)) {
      const wait = asked ?? defaultPauseMs;
      // Not by the clock, which may be set back.
      this.#quietUntil = Math.max(this.#quietUntil, performance.now() + wait);
      return failure('throttled', wait, graphCode);
    }
    const inUse = response.status === 409 && body.ok ? namedIn(body.value) : null;
    return {
      ...failure(codeOf(response.status), asked, graphCode),
      ...(inUse === null ? {} : { inUse }),
    };
  }
}

interface Refused {
  readonly refused: Refusal;
}

async function refusalOf(response: Response, token: string): Promise<Refused> {
  await response.body?.cancel();
  return { refused: { token, claims: claimsOf(response.headers.get('www-authenticate')) } };
}

// Timed out, in conflict, locked, too early: another time it may go.
const passing = new Set([408, 409, 423, 425]);

function codeOf(status: number): GraphFailureCode {
  if (status === 403) return 'no-access';
  if (status === 404) return 'not-found';
  if (status === 410) return 'gone';
  if (status >= 500 || passing.has(status)) return 'microsoft-down';
  return status >= 400 ? 'refused' : 'unexpected-answer';
}

function isEmpty(response: Response): boolean {
  return response.ok && (response.status === 204 || response.headers.get('content-length') === '0');
}

/** Graph says it in a sentence alone. */
function namedIn(value: unknown): string | null {
  const error = (value as { error?: { message?: unknown } } | null)?.error;
  if (typeof error?.message !== 'string') return null;
  return /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/i.exec(error.message)?.[0] ?? null;
}

function graphCodeOf(value: unknown): string | null {
  const error = (value as { error?: { code?: unknown } } | null)?.error;
  return typeof error?.code === 'string' && /^\w{1,64}$/.test(error.code) ? error.code : null;
}

export function failure(
  code: GraphFailureCode,
  retryAfter: number | null = null,
  graphCode: string | null = null,
): GraphFailure {
  return { ok: false, code, retryAfterMs: retryAfter, graphCode };
}
