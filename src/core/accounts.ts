import type { Args, Outcome } from '../shared/ipc.ts';
import type { CloudId, SignInAsk, SignInFailure, SignInView } from '../shared/snapshot.ts';
import { clientIdOf, type GivenClientIds, isClientId } from './client-ids.ts';
import type { Clouds } from './clouds.ts';
import { Graphs } from './graphs.ts';
import type { KeptConfig } from './kept-config.ts';
import { meet } from './meet.ts';
import type { Log, Ports } from './ports.ts';
import type { ServerClock } from './server-clock.ts';
import type { Account, Config, WatchedDrive } from './settings.ts';
import { type AdminConsentAsk, adminConsentLink } from './sign-in/admin-consent.ts';
import type { BrowserFlowParts } from './sign-in/browser-flow.ts';
import type { Reach } from './sign-in/scopes.ts';
import { type Asked, SignIn, type SignedIn } from './sign-in/sign-in.ts';
import type { TokenSource } from './sign-in/token-source.ts';
import { type TokenOwner, Tokens } from './sign-in/tokens.ts';
import { TokensLocked, TokenVault, type VaultParts } from './sign-in/vault.ts';

export interface AccountsParts extends Pick<VaultParts, 'onFound' | 'onSaved'> {
  readonly ports: Pick<Ports, 'net' | 'browser' | 'clipboard' | 'secretFile' | 'clock' | 'log'>;
  readonly clouds: Clouds;
  readonly clientIds: GivenClientIds;
  readonly serverClock: ServerClock;
  readonly userAgent: string;
  readonly pages: BrowserFlowParts['pages'];
  readonly config: KeptConfig;
  /** Changes the configuration and lets everything follow it. */
  readonly configure: (patch: Partial<Omit<Config, 'version'>>) => Outcome<void>;
  readonly signal: AbortSignal;
  /** Microsoft wants the person again. */
  readonly onSignedOut: (account: Account) => void;
  /** What failed for want of a sign-in may be tried again. */
  readonly onSignedIn: (accounts: readonly Account[]) => void;
  readonly onChange: () => void;
}

const done: Outcome<void> = { ok: true, value: undefined };

/** Who is signed in, and their way to Graph. */
export class Accounts {
  readonly graphs: Graphs;
  readonly #parts: AccountsParts;
  readonly #log: Log;
  readonly #vault: TokenVault;
  readonly #tokens: Tokens;
  readonly #signIn: SignIn;
  /** What an administrator would have to approve. */
  #adminAsk: AdminConsentAsk | null = null;

  constructor(parts: AccountsParts) {
    this.#parts = parts;
    const { ports, config } = parts;
    const log = ports.log.child('sign-in');
    this.#log = log;
    this.#vault = new TokenVault({
      ...parts,
      secretFile: ports.secretFile,
      log,
      isWeakAllowed: () => config.value.allowsWeakStorage,
      // A config that was lost says nothing of whose tokens are wanted.
      isKnown: (homeAccountId) =>
        !config.wasRead || config.value.accounts.some((one) => one.homeAccountId === homeAccountId),
    });
    const clientId = (cloud: CloudId) => clientIdOf(cloud, parts.clientIds, config.value.clientIds);
    this.#tokens = new Tokens({
      ...parts,
      ...ports,
      log,
      vault: this.#vault,
      clientIdOf: (cloud) => clientId(cloud).value,
      onNeedsPerson: (homeAccountId) => {
        const account = this.#byHome(homeAccountId);
        if (account) parts.onSignedOut(account);
      },
    });
    this.graphs = new Graphs({
      ...parts,
      ...ports,
      log: ports.log.child('graph'),
      tokenSource: (owner) => this.#tokenSource(owner),
    });
    this.#signIn = new SignIn({
      ...parts,
      ...ports,
      log,
      clientIdOf: clientId,
      onSignedIn: (person, reach, signal) => this.#signedIn(person, reach, signal),
    });
  }

  get signInView(): SignInView {
    return this.#signIn.view();
  }

  needsSignIn(account: Account): boolean {
    return this.#tokens.of(account).needsPerson;
  }

  /** Begins a sign-in; the view says how it goes. */
  signIn(asked: SignInAsk): Outcome<void> {
    if (this.#signIn.view().state === 'waiting') return { ok: false, code: 'busy' };
    const account = this.#byId(asked.accountId);
    if (asked.accountId !== null && !account) return { ok: false, code: 'not-found' };
    void this.#ask(this.#askOf(asked, account));
    return done;
  }

  cancelSignIn(): Outcome<void> {
    this.#signIn.cancel();
    return done;
  }

  /** Where the code under way is typed in. */
  async openDeviceCodePage(): Promise<Outcome<void>> {
    const { code } = this.#signIn;
    if (!code) return { ok: false, code: 'not-found' };
    return (await this.#parts.ports.browser.open(code.page.href))
      ? done
      : { ok: false, code: 'browser-did-not-open' };
  }

  /** To the clipboard: the code under way, or where an administrator approves what was refused for want of it. */
  async copy(what: Args<'copy'>[0]): Promise<Outcome<void>> {
    const link = this.#adminAsk && adminConsentLink(this.#adminAsk);
    const text = what === 'device-code' ? this.#signIn.code?.userCode : link;
    if (!text) return { ok: false, code: 'not-found' };
    return (await this.#parts.ports.clipboard.write(text))
      ? done
      : { ok: false, code: 'copy-failed' };
  }

  /** What others share needs more than the own drive does: asked for when such a drive is first chosen. */
  async widenFor(drives: readonly WatchedDrive[]): Promise<SignInFailure | null> {
    for (const account of this.#parts.config.value.accounts) {
      const isNeeded = drives.some(
        (drive) => drive.accountId === account.accountId && drive.kind === 'library',
      );
      if (!isNeeded || account.reach === 'shared') continue;
      const failure = await this.#widen(account);
      if (failure) return failure;
      this.#keep({ ...account, reach: 'shared' });
    }
    return null;
  }

  /** Tokens go first: what could not be forgotten must not look as if it were. */
  async remove(accountId: string): Promise<Outcome<void>> {
    const account = this.#byId(accountId);
    if (!account) return { ok: false, code: 'not-found' };
    const view = this.#signIn.view();
    if (view.state !== 'idle' && view.asked.accountId === accountId) this.#signIn.cancel();
    try {
      await this.#tokens.forget(account.homeAccountId);
    } catch (thrown) {
      if (thrown instanceof TokensLocked) return { ok: false, code: 'keys-locked' };
      throw thrown;
    }
    this.graphs.drop(account.homeAccountId);
    const { accounts, drives } = this.#parts.config.value;
    return this.#parts.configure({
      accounts: accounts.filter((one) => one.accountId !== accountId),
      drives: drives.filter((drive) => drive.accountId !== accountId),
    });
  }

  setClientId(cloud: CloudId, text: string | null): Outcome<void> {
    const clientId = text?.trim() ?? null;
    if (clientId !== null && !isClientId(clientId)) {
      return { ok: false, code: 'client-id-malformed' };
    }
    const { [cloud]: _before, ...others } = this.#parts.config.value.clientIds;
    const clientIds = clientId === null ? others : { ...others, [cloud]: clientId };
    const saved = this.#parts.configure({ clientIds });
    if (!saved.ok) return saved;
    this.#tokens.startOver();
    this.#signIn.clear();
    const { accounts } = this.#parts.config.value;
    this.#parts.onSignedIn(accounts.filter((account) => account.cloud === cloud));
    return saved;
  }

  async allowWeakStorage(allowed: boolean): Promise<Outcome<void>> {
    const saved = this.#parts.configure({ allowsWeakStorage: allowed });
    if (!saved.ok) return saved;
    try {
      await this.#vault.saveAgain();
    } catch (thrown) {
      if (!(thrown instanceof TokensLocked)) throw thrown;
    }
    return saved;
  }

  stop(): void {
    this.#signIn.cancel();
    this.#vault.stop();
  }

  #byId(accountId: string | null): Account | undefined {
    return this.#parts.config.value.accounts.find((one) => one.accountId === accountId);
  }

  #byHome(homeAccountId: string): Account | undefined {
    return this.#parts.config.value.accounts.find((one) => one.homeAccountId === homeAccountId);
  }

  #askOf(asked: SignInAsk, account: Account | undefined, reach?: Reach): Asked {
    return {
      asked: account ? { ...asked, cloud: account.cloud } : asked,
      reach: reach ?? account?.reach ?? 'own',
      person: account ?? null,
      claims: account ? this.#tokens.of(account).claims : null,
    };
  }

  async #ask(ask: Asked): Promise<SignInFailure | null> {
    const failure = await this.#signIn.signIn(ask);
    if (failure === 'needs-administrator') this.#rememberAdminAsk(ask);
    return failure;
  }

  #rememberAdminAsk({ asked, reach, person }: Asked): void {
    const { clouds, clientIds, config } = this.#parts;
    this.#adminAsk = {
      hosts: clouds[asked.cloud],
      clientId: clientIdOf(asked.cloud, clientIds, config.value.clientIds).value,
      reach,
      homeAccountId: person?.homeAccountId ?? null,
    };
  }

  /** Silently where that was allowed before, else in the browser. */
  async #widen(account: Account): Promise<SignInFailure | null> {
    const wish = { reach: 'shared', refused: null, purpose: 'trial' } as const;
    const answer = await this.#tokens.token(account, wish);
    if (answer.ok) return null;
    if (answer.code !== 'signed-out') return answer.code;
    const { accountId, cloud } = account;
    return this.#ask(this.#askOf({ accountId, cloud, flow: 'browser' }, account, 'shared'));
  }

  #tokenSource(owner: TokenOwner): TokenSource {
    const { homeAccountId } = owner;
    return {
      token: (refused) => {
        const reach = this.#byHome(homeAccountId)?.reach ?? 'own';
        return this.#tokens.token(owner, { reach, refused, purpose: 'use' });
      },
      challengedAgain: (claims) => this.#tokens.of(owner).askPerson(claims),
    };
  }

  async #signedIn(
    person: SignedIn,
    asked: Reach,
    given: AbortSignal,
  ): Promise<SignInFailure | null> {
    const known = this.#byHome(person.homeAccountId);
    await this.#tokens.adopt(person, person.cache);
    const reach = known?.reach === 'shared' ? 'shared' : asked;
    const signal = AbortSignal.any([given, this.#parts.signal]);
    const met = await meet(this.graphs.of(person), person, reach, signal);
    // Who is known already is signed in again, whatever Graph says just now.
    const account = met.ok ? met.account : known;
    const saved = account && this.#keep(account);
    if (account && saved?.ok) {
      this.#parts.onSignedIn([account]);
      return null;
    }
    if (!known) await this.#forgetStranger(person.homeAccountId);
    return met.ok || met.code !== 'no-network' ? 'unexpected-answer' : 'no-network';
  }

  async #forgetStranger(homeAccountId: string): Promise<void> {
    this.#log.warn('sign-in-not-kept');
    await this.#tokens.forget(homeAccountId);
    this.graphs.drop(homeAccountId);
  }

  #keep(account: Account): Outcome<void> {
    const { accounts } = this.#parts.config.value;
    const isKnown = accounts.some((one) => one.accountId === account.accountId);
    return this.#parts.configure({
      accounts: isKnown
        ? accounts.map((one) => (one.accountId === account.accountId ? account : one))
        : [...accounts, account],
    });
  }
}
