import type { FaultDrive } from './fault-drive.ts';
import { second } from './fault-time.ts';
import { granted } from './entra.ts';
import { graphError, html, json } from './fetched.ts';
import { Meter } from './fault-meter.ts';

const latencyMs = 80;
const tokenLifeSeconds = 3599;

export const askFaults = [
  'busy',
  'busy-after',
  'throttled',
  'throttled-after',
  'reset',
  'page',
  'silence',
] as const;
export type AskFault = (typeof askFaults)[number];
type Where = 'graph' | 'entra';

/** After which clients give up on an answer. */
const patienceMs = { graph: 60 * second, entra: 20 * second };

interface Planned {
  readonly fault: AskFault;
  readonly until: number;
  readonly retryAfter: number;
}

export interface FaultCloudParts {
  readonly now: () => number;
  readonly drives: ReadonlyMap<string, FaultDrive>;
  readonly newEndpoint: (drive: FaultDrive) => object;
}

/** Graph and the token endpoint in memory, with what may go wrong with them. */
export class FaultCloud {
  readonly #parts: FaultCloudParts;
  readonly #flights = new Set<{ isLost: boolean }>();
  readonly #tokens = new Map<string, { readonly home: string; readonly until: number }>();
  readonly #planned = new Map<Where, Planned>();
  readonly meters = new Map<string, Meter>();
  /** By account: from when until when, by the steady clock, nothing may be asked. */
  readonly #quiet = new Map<string, { readonly from: number; readonly until: number }>();
  /** How often somebody asked nevertheless. */
  intrusions = 0;
  #issued = 0;
  readonly #onTheirWay = new Set<NodeJS.Timeout>();
  isOffline = false;
  /** When the last of what was said to last will be over. */
  troubledUntil = 0;

  constructor(parts: FaultCloudParts) {
    this.#parts = parts;
  }

  /** How many answers are on their way: each holds a timer. */
  get answering(): number {
    return this.#onTheirWay.size;
  }

  plan(where: Where, fault: AskFault, forMs: number, retryAfter: number): void {
    const until = this.#parts.now() + forMs;
    this.#planned.set(where, { fault, until, retryAfter });
    this.lasts(until);
  }

  lasts(until: number): void {
    this.troubledUntil = Math.max(this.troubledUntil, until);
  }

  /** Whatever was asked is never answered: the computer has slept. */
  loseFlights(): void {
    for (const flight of this.#flights) flight.isLost = true;
    this.#flights.clear();
  }

  revokeTokens(): void {
    this.#tokens.clear();
  }

  fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    const flight = { isLost: false };
    this.#flights.add(flight);
    const timer = setTimeout(() => {
      this.#onTheirWay.delete(timer);
      if (flight.isLost) return;
      const answer = this.isOffline ? null : this.#answer(new URL(url), init);
      if (answer === 'silence') return;
      this.#flights.delete(flight);
      if (answer) resolve(this.#dated(answer));
      else reject(new TypeError('net::ERR_INTERNET_DISCONNECTED'));
    }, latencyMs);
    this.#onTheirWay.add(timer);
    const leave = (): void => {
      clearTimeout(timer);
      this.#onTheirWay.delete(timer);
      this.#flights.delete(flight);
      reject(new DOMException('', 'AbortError'));
    };
    init.signal?.addEventListener('abort', leave, { once: true });

    // What was given up before it began never leaves the computer.
    if (init.signal?.aborted) leave();
    else this.#count(url);
    return promise;
  }

  #count(url: string): void {
    const { accountId } = this.#driveOf(new URL(url).pathname) ?? {};
    // The token endpoint has limits of its own.
    if (accountId === undefined) return;
    const meter = this.meters.get(accountId) ?? new Meter();
    this.meters.set(accountId, meter);
    meter.count();
    const quiet = this.#quiet.get(accountId);
    const now = performance.now();
    if (quiet && now > quiet.from && now < quiet.until) this.intrusions += 1;
  }

  #tellToWait(url: URL, seconds: number): void {
    const { accountId } = this.#driveOf(url.pathname) ?? {};
    if (accountId === undefined) return;
    const now = performance.now();
    const quiet = this.#quiet.get(accountId);
    // What leaves while the answer arrives cannot have heard it.
    const from = quiet && now < quiet.until ? quiet.from : now;
    this.#quiet.set(accountId, {
      from,
      until: Math.max(now + seconds * second, quiet?.until ?? 0),
    });
  }

  #driveOf(pathname: string): FaultDrive | undefined {
    const [, driveId = ''] = /\/drives\/([^/]+)/.exec(pathname) ?? [];
    return this.#parts.drives.get(decodeURIComponent(driveId));
  }

  #dated(response: Response): Response {
    response.headers.set('date', new Date(this.#parts.now()).toUTCString());
    return response;
  }

  /** Null: the connection breaks. */
  #answer(url: URL, init: RequestInit): Response | 'silence' | null {
    const isEntra = url.pathname.endsWith('/oauth2/v2.0/token');
    const where = isEntra ? 'entra' : 'graph';
    const planned = this.#planned.get(where);
    if (planned && this.#parts.now() < planned.until) return this.#fail(planned, where, url);
    return isEntra ? this.#token(init) : this.#graph(url, new Headers(init.headers));
  }

  #fail({ fault, retryAfter }: Planned, where: Where, url: URL): Response | 'silence' | null {
    if (fault === 'silence') {
      this.lasts(this.#parts.now() + patienceMs[where]);
      return fault;
    }
    if (fault === 'reset') return null;
    if (fault === 'page') return html();
    const isAfter = fault.endsWith('-after');
    // Graph's clients wait ten seconds where a 429 does not say how long.
    const seconds = fault === 'throttled' ? 10 : retryAfter;
    if (fault !== 'busy') {
      this.lasts(this.#parts.now() + seconds * second);
      this.#tellToWait(url, seconds);
    }
    const headers: Record<string, string> = isAfter ? { 'retry-after': `${retryAfter}` } : {};
    return graphError(fault.startsWith('busy') ? 503 : 429, 'serviceNotAvailable', headers);
  }

  #token(init: RequestInit): Response {
    const form = new URLSearchParams(typeof init.body === 'string' ? init.body : '');
    const [, home = ''] = /^refresh-([^|]+)/.exec(form.get('refresh_token') ?? '') ?? [];
    this.#issued += 1;
    const token = `${home}|${this.#issued}`;
    const until = this.#parts.now() + tokenLifeSeconds * second;
    if (this.#tokens.size > 20) this.#tokens.clear();
    this.#tokens.set(token, { home, until });
    return granted({ token, home, lifeSeconds: tokenLifeSeconds });
  }

  #graph(url: URL, headers: Headers): Response {
    const token = headers.get('authorization')?.replace('Bearer ', '') ?? '';
    if ((this.#tokens.get(token)?.until ?? 0) < this.#parts.now())
      return graphError(401, 'InvalidAuthenticationToken');
    const drive = this.#driveOf(url.pathname);
    if (!drive || this.#parts.now() < drive.goneUntil) return graphError(404, 'itemNotFound');
    return url.pathname.endsWith('/delta') ? this.#delta(url, drive) : this.#endpoint(drive);
  }

  #endpoint(drive: FaultDrive): Response {
    if (!drive.offersPush) return graphError(400, 'notSupported');
    return json(this.#parts.newEndpoint(drive));
  }

  #delta(url: URL, drive: FaultDrive): Response {
    const token = url.searchParams.get('token');
    const isLatest = token === 'latest';
    const page = drive.delta(isLatest ? null : token, this.#parts.now());
    if (!page) return graphError(410, 'resyncRequired');
    const link = `${url.origin}${url.pathname}?token=${page.cursor}`;
    return json({ value: isLatest ? [] : page.items, '@odata.deltaLink': link });
  }
}
