import type { AuthenticationResult } from '@azure/msal-node';
import type {
  ClientIdView,
  CloudId,
  SignInAsk,
  SignInFailure,
  SignInView,
} from '../../shared/snapshot.ts';
import { isClientId } from './client-ids.ts';
import type { Clouds } from '../clouds.ts';
import { describe } from '../describe.ts';
import { accountIdOf } from '../ids.ts';
import type { Browser, Clock, Log, Net } from '../ports.ts';
import type { ServerClock } from '../time/server-clock.ts';
import { BrowserFlow, type BrowserFlowParts } from './browser-flow.ts';
import { CacheSlot } from './cache-slot.ts';
import { type DeviceCode, DeviceFlow } from './device-flow.ts';
import { signInFailure } from './failures.ts';
import type { Flow } from './flow.ts';
import { preflight } from './preflight.ts';
import { type Reach, reaches, scopesFor } from './scopes.ts';
import type { TokenOwner } from './tokens.ts';

export interface SignInParts {
  readonly clouds: Clouds;
  readonly clientIdOf: (cloud: CloudId) => ClientIdView;
  readonly net: Net;
  readonly browser: Browser;
  readonly clock: Clock;
  readonly serverClock: ServerClock;
  readonly log: Log;
  readonly pages: BrowserFlowParts['pages'];
  /** Nothing could be kept now: the key store is locked. */
  readonly isLocked: () => Promise<boolean>;
  /** Told of everyone who signs in as asked; a code refuses them. Aborted, nobody waits for it any more. */
  readonly onSignedIn: (person: SignedIn, signal: AbortSignal) => Promise<SignInFailure | null>;
  /** The view changed. */
  readonly onChange: () => void;
}

/** Who MSAL says has signed in, and its cache, which holds nobody else. */
export interface SignedIn extends TokenOwner {
  readonly tenantId: string;
  readonly username: string;
  readonly name: string;
  readonly cache: string;
}

/** A sign-in as it is carried out. */
export interface SignInOrder {
  readonly ask: SignInAsk;
  readonly reach: Reach;
  /** Who has to be the one who signs in; null: anyone. */
  readonly person: Pick<SignedIn, 'homeAccountId' | 'username'> | null;
  /** What Entra or Graph wants of the new tokens. */
  readonly claims: string | null;
  /** Whoever gave the order says how it went: the view does not. */
  readonly isPartOfMore: boolean;
}

type Attempt =
  | { readonly ok: true; readonly person: SignedIn }
  | { readonly ok: false; readonly failure: SignInFailure };

/** Signing in, one person at a time: in the system browser or with a device code. */
export class SignIn {
  readonly #parts: SignInParts;
  #flow: Flow | null = null;
  #code: DeviceCode | null = null;
  #view: SignInView = { state: 'idle' };

  constructor(parts: SignInParts) {
    this.#parts = parts;
  }

  view(): SignInView {
    return this.#view;
  }

  /** The code under way. */
  get code(): DeviceCode | null {
    return this.#code;
  }

  /** Settles when the person has finished, cancelled, or run out of time. A sign-in still open is given up for the new one. */
  async signIn(order: SignInOrder): Promise<SignInFailure | null> {
    this.#flow?.stop();
    this.#code = null;
    const flow = this.#begin(order);
    this.#flow = flow;
    this.#show({
      state: 'waiting',
      asked: order.ask,
      since: this.#parts.clock.now(),
      code: null,
    });
    const failure = await this.#run(flow, order);
    flow.close();
    if (failure !== null) this.#parts.log.warn('not-signed-in', { failure });
    // Another has taken its place, and the view with it.
    if (this.#flow !== flow) return failure;
    this.#flow = null;
    this.#code = null;
    const isQuiet = failure === null || failure === 'cancelled' || order.isPartOfMore;
    this.#show(isQuiet ? { state: 'idle' } : { state: 'failed', asked: order.ask, failure });
    return failure;
  }

  cancel(): void {
    this.#flow?.stop();
  }

  /** What failed no longer holds: something it depended on has changed. */
  clear(): void {
    if (this.#view.state === 'failed') this.#show({ state: 'idle' });
  }

  #begin({ ask }: SignInOrder): Flow {
    const { clouds, clock } = this.#parts;
    const hosts = clouds[ask.cloud];
    if (ask.flow === 'browser') return new BrowserFlow({ ...this.#parts, hosts });
    const flow: DeviceFlow = new DeviceFlow({
      hosts,
      clock,
      onCode: (code) => {
        if (this.#flow === flow) this.#showCode(code);
      },
    });
    return flow;
  }

  async #run(flow: Flow, order: SignInOrder): Promise<SignInFailure | null> {
    const over = new AbortController();
    const ended = flow.ended.then((failure): Attempt => {
      over.abort();
      return { ok: false, failure };
    });
    const attempt = await Promise.race([ended, this.#attempt(flow, order)]);
    if (!attempt.ok) return attempt.failure;
    const { person } = attempt;
    if (order.person && person.homeAccountId !== order.person.homeAccountId) return 'other-account';
    try {
      const kept = this.#parts.onSignedIn(person, over.signal);
      return await Promise.race([flow.ended, kept]);
    } catch (thrown) {
      return this.#failed(thrown);
    }
  }

  async #attempt(flow: Flow, order: SignInOrder): Promise<Attempt> {
    const { net, clouds, clientIdOf, isLocked, log } = this.#parts;
    const { cloud } = order.ask;
    const hosts = clouds[cloud];
    const { value: clientId } = clientIdOf(cloud);
    if (clientId === '') return { ok: false, failure: 'client-id-missing' };
    if (!isClientId(clientId)) return { ok: false, failure: 'client-id-malformed' };
    if (await isLocked()) return { ok: false, failure: 'keys-locked' };
    try {
      const early = await preflight(net, `${hosts.login}/${hosts.tenant}`, clientId, log);
      if (early) return { ok: false, failure: early };
      const slot = new CacheSlot(null);
      const client = await this.#client(flow, cloud, slot);
      const result = await flow.run(client, {
        scopes: scopesFor(order.reach, hosts),
        loginHint: order.person?.username ?? null,
        claims: order.claims,
      });
      const person = result && personOf(result, cloud, slot.text);
      // Someone who may tick off what they allow has allowed less.
      if (result && person && !reaches(result.scopes, order.reach)) {
        return { ok: false, failure: 'declined' };
      }
      return person ? { ok: true, person } : { ok: false, failure: 'unexpected-answer' };
    } catch (thrown) {
      return { ok: false, failure: this.#failed(thrown) };
    }
  }

  async #client(flow: Flow, cloud: CloudId, slot: CacheSlot) {
    const { clouds, clientIdOf, net, serverClock } = this.#parts;
    const { createClient, deviceNetwork, msalNetwork } = await import('./msal-client.ts');
    const network = msalNetwork(net, serverClock);
    return createClient({
      hosts: clouds[cloud],
      clientId: clientIdOf(cloud).value,
      slot,
      network: flow instanceof DeviceFlow ? deviceNetwork(network, flow.signal) : network,
    });
  }

  #failed(thrown: unknown): SignInFailure {
    this.#parts.log.warn('sign-in-failed', { why: describe(thrown) });
    return signInFailure(thrown);
  }

  #showCode(code: DeviceCode): void {
    if (this.#view.state !== 'waiting') return;
    this.#code = code;
    const page = `${code.page.host}${code.page.pathname}`;
    this.#show({
      ...this.#view,
      code: { userCode: code.userCode, page, expiresAt: code.expiresAt },
    });
  }

  #show(view: SignInView): void {
    this.#view = view;
    this.#parts.onChange();
  }
}

function personOf(
  { account, accessToken }: AuthenticationResult,
  cloud: CloudId,
  cache: string | null,
): SignedIn | null {
  if (!account || accessToken === '' || cache === null) return null;
  const { homeAccountId, tenantId, username, name } = account;
  if (homeAccountId === '') return null;
  return {
    accountId: accountIdOf(cloud, homeAccountId),
    homeAccountId,
    cloud,
    tenantId,
    username,
    name: name ?? username,
    cache,
  };
}
