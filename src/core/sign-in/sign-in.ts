import type { AccountInfo } from '@azure/msal-node';
import type { SignInFailure, SignInView } from '../../shared/snapshot.ts';
import { describe } from '../describe.ts';
import type { Hosts } from '../hosts.ts';
import type { Browser, Clock, Log, Net, SecretFile } from '../ports.ts';
import { BrowserFlow } from './browser-flow.ts';
import { signInFailure } from './failures.ts';
import { Msal } from './msal.ts';
import { preflight } from './preflight.ts';
import { type Reach, scopesFor } from './scopes.ts';
import type { Keeping } from './token-cache.ts';
import type { TokenSource } from './token-source.ts';

const clientIdForm = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export interface SignInParts {
  readonly clientId: string;
  readonly hosts: Hosts;
  readonly net: Net;
  readonly browser: Browser;
  readonly secretFile: SecretFile;
  readonly clock: Clock;
  readonly log: Log;
  /** An account that Drivebell uses. */
  readonly isKnown: (homeAccountId: string) => boolean;
  /** Whole HTML pages for the browser. */
  readonly pages: { readonly signedIn: string; readonly notSignedIn: string };
  readonly reachOf: (homeAccountId: string) => Reach;
  /** Told of everyone who signs in; a code refuses them. */
  readonly onSignedIn: (account: SignedIn) => Promise<SignInFailure | null>;
  /** The view changed. */
  readonly onChange: () => void;
  readonly onKeeping: (keeping: Keeping) => void;
}

/** Who MSAL says has signed in. */
export interface SignedIn {
  readonly homeAccountId: string;
  readonly tenantId: string;
  readonly username: string;
  readonly name: string;
}

interface Asked {
  readonly reach: Reach;
  /** Who has to be the one who signs in; null: anyone. */
  readonly person: Pick<SignedIn, 'homeAccountId' | 'username'> | null;
}

/** Sign-in through the system browser, and tokens from MSAL's cache ever after. */
export class SignIn {
  readonly #parts: SignInParts;
  readonly #msal: Msal;
  #flow: BrowserFlow | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #view: SignInView = { state: 'idle' };

  constructor(parts: SignInParts) {
    this.#parts = parts;
    this.#msal = new Msal(parts, `${parts.hosts.login}/common`);
  }

  view(): SignInView {
    return this.#view;
  }

  /**
   * Settles when the person has finished in the browser, cancelled, or five minutes have gone by. A
   * sign-in still open is given up for the new one.
   */
  signIn(asked: Asked = { reach: 'own', person: null }): Promise<SignInFailure | null> {
    if (!this.#flow) return this.#inBrowser(asked);
    this.#flow.cancel();
    return this.#turn.then(() => this.signIn(asked));
  }

  async #inBrowser(asked: Asked): Promise<SignInFailure | null> {
    const flow = new BrowserFlow(this.#parts.net, this.#parts.browser);
    this.#flow = flow;
    this.#show({ state: 'waiting', since: this.#parts.clock.now() });
    const running = this.#run(flow, asked);
    this.#turn = running;
    const failure = await running;
    flow.close();
    this.#flow = null;
    if (failure !== null) this.#parts.log.warn('not-signed-in', { code: failure });
    const isQuiet = failure === null || failure === 'cancelled';
    this.#show(isQuiet ? { state: 'idle' } : { state: 'failed', failure });
    return failure;
  }

  cancel(): void {
    this.#flow?.cancel();
  }

  tokenSource(homeAccountId: string): TokenSource {
    return {
      token: (fresh) =>
        this.#msal.token(homeAccountId, scopesFor(this.#parts.reachOf(homeAccountId)), fresh),
    };
  }

  /** Asks for tokens of a wider reach: silently where that was allowed before, else in the browser. */
  async widen(
    person: Pick<SignedIn, 'homeAccountId' | 'username'>,
    reach: Reach,
  ): Promise<SignInFailure | null> {
    const answer = await this.#msal.token(person.homeAccountId, scopesFor(reach), false, 'trial');
    if (answer.ok) return null;
    return answer.code === 'signed-out' ? this.signIn({ reach, person }) : answer.code;
  }

  async #run(flow: BrowserFlow, { reach, person }: Asked): Promise<SignInFailure | null> {
    const { clientId, net, log, hosts, pages } = this.#parts;
    if (clientId === '') return 'client-id-missing';
    if (!clientIdForm.test(clientId)) return 'client-id-wrong';
    try {
      const early = await preflight(net, `${hosts.login}/common`, clientId);
      if (early) return early;
      const account = await this.#msal.interactive({
        scopes: scopesFor(reach),
        openBrowser: flow.open,
        successTemplate: pages.signedIn,
        errorTemplate: pages.notSignedIn,
        ...(person === null ? { prompt: 'select_account' } : { loginHint: person.username }),
      });
      if (!account) return 'unexpected-answer';
      if (person && account.homeAccountId !== person.homeAccountId) {
        if (!this.#parts.isKnown(account.homeAccountId)) await this.#msal.forget(account);
        return 'other-account';
      }
      return await this.#parts.onSignedIn(signedIn(account));
    } catch (thrown) {
      log.warn('sign-in-failed', { why: describe(thrown) });
      return signInFailure(thrown);
    }
  }

  #show(view: SignInView): void {
    this.#view = view;
    this.#parts.onChange();
  }
}

function signedIn(account: AccountInfo): SignedIn {
  const { homeAccountId, tenantId, username, name } = account;
  return { homeAccountId, tenantId, username, name: name ?? username };
}
