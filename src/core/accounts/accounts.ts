import type { Outcome } from '../../shared/ipc.ts';
import type { CloudId, SignInFailure } from '../../shared/snapshot.ts';
import { AccountList, reachOfDrive } from './account-list.ts';
import { Backoff } from '../time/backoff.ts';
import { clientIdOf, type GivenClientIds, isClientId } from '../sign-in/client-ids.ts';
import type { Clouds } from '../clouds.ts';
import type { GraphFailureCode } from '../graph/graph.ts';
import { Graphs } from './graphs.ts';
import type { Configure, KeptConfig } from '../settings/kept-config.ts';
import { meet, type Met } from './meet.ts';
import { notFound } from '../outcome.ts';
import type { Log, Ports } from '../ports.ts';
import type { ServerClock } from '../time/server-clock.ts';
import type { Account, WatchedDrive } from '../settings/settings.ts';
import { SignInDesk } from '../sign-in/sign-in-desk.ts';
import type { BrowserFlowParts } from '../sign-in/browser-flow.ts';
import type { Reach } from '../sign-in/scopes.ts';
import type { SignedIn } from '../sign-in/sign-in.ts';
import type { TokenAnswer, TokenSource } from '../sign-in/token-source.ts';
import { type TokenOwner, Tokens } from '../sign-in/tokens.ts';
import { TokensLocked, TokenVault, type VaultParts } from '../sign-in/vault.ts';
import { sleep, timeLimit } from '../time/timing.ts';
import type { WebhookSecrets } from '../webhook/kept.ts';

export interface AccountsParts extends Pick<VaultParts, 'onFound' | 'onSaved'> {
  readonly ports: Pick<Ports, 'net' | 'browser' | 'clipboard' | 'secretFile' | 'clock' | 'log'>;
  readonly clouds: Clouds;
  readonly clientIds: GivenClientIds;
  readonly serverClock: ServerClock;
  readonly userAgent: string;
  readonly pages: BrowserFlowParts['pages'];
  readonly config: KeptConfig;
  /** Changes the configuration and lets everything follow it. */
  readonly configure: Configure;
  readonly signal: AbortSignal;
  /** Microsoft wants the person again. */
  readonly onSignedOut: (account: Account) => void;
  readonly onSignedIn: (account: Account) => void;
  /** What failed for want of the right app registration may be tried again. */
  readonly onClientIdChanged: (cloud: CloudId) => void;
  /** It has gone from the configuration; its tokens go once this is done. */
  readonly onLeaving: (accountId: string) => Promise<void>;
  readonly onRemoved: (
    accountId: string,
    watchIds: readonly string[],
    keeps: boolean,
  ) => Promise<void>;
  readonly onChange: () => void;
}

const meetingsTried = 3;
const meetingLimitMs = 30_000;

/** Who is signed in, and their way to Graph. */
export class Accounts {
  readonly graphs: Graphs;
  readonly desk: SignInDesk;
  readonly #parts: AccountsParts;
  readonly #log: Log;
  readonly #list: AccountList;
  readonly #vault: TokenVault;
  readonly #tokens: Tokens;

  constructor(parts: AccountsParts) {
    this.#parts = parts;
    const { ports, config } = parts;
    const log = ports.log.child('sign-in');
    const common = { ...parts, ...ports, log };
    this.#log = log;
    this.#list = new AccountList(config, parts.configure);
    this.#vault = new TokenVault({
      ...common,
      isWeakAllowed: () => config.value.allowsWeakStorage,
      // A config that was lost says nothing of whose tokens are wanted.
      isKnown: (accountId) => !config.wasRead || this.#list.find(accountId) !== undefined,
    });
    const clientId = (cloud: CloudId) => clientIdOf(cloud, parts.clientIds, config.value.clientIds);
    this.#tokens = new Tokens({
      ...common,
      vault: this.#vault,
      clientIdOf: (cloud) => clientId(cloud).value,
      onNeedsPerson: (accountId) => {
        const account = this.#list.find(accountId);
        if (account) parts.onSignedOut(account);
      },
    });
    this.graphs = new Graphs({
      ...common,
      log: ports.log.child('graph'),
      tokenSource: (owner) => this.#tokenSource(owner),
    });
    this.desk = new SignInDesk({
      ...common,
      accounts: this.#list,
      tokens: this.#tokens,
      clientIdOf: clientId,
      isLocked: () => this.#vault.isLocked(),
      onSignedIn: (person, signal) => this.#signedIn(person, signal),
    });
  }

  /** What tells Microsoft's notifications from anybody else's, kept with the tokens. */
  get webhookSecrets(): WebhookSecrets {
    return {
      read: (accountId) => this.#vault.readWebhooks(accountId),
      write: (accountId, text) => this.#vault.writeWebhooks(accountId, text),
    };
  }

  needsSignIn(account: Account): boolean {
    return this.#tokens.needsPerson(account);
  }

  /**
   * What others share needs more than the own drive does: asked for when the first such drive is
   * chosen, silently where that was allowed before, else in the browser.
   */
  async widenFor(drives: readonly WatchedDrive[]): Promise<SignInFailure | 'not-found' | null> {
    const needed = drives.filter((drive) => reachOfDrive(drive) === 'shared');
    for (const accountId of new Set(needed.map((drive) => drive.accountId))) {
      const account = this.#list.find(accountId);
      if (!account || this.#list.reachOf(accountId) === 'shared') continue;
      const failure = await this.widen(account, 'shared');
      if (failure) return failure;
    }
    return null;
  }

  /** Lets the account's tokens reach further: silently where that was allowed before, else in the browser. */
  async widen(account: Account, reach: Reach): Promise<SignInFailure | 'not-found' | null> {
    const answer = await this.#try(account, reach);
    // It may have been removed meanwhile.
    if (!this.#list.find(account.accountId)) return 'not-found';
    if (answer.ok) return null;
    return answer.code === 'signed-out' ? this.desk.widen(account, reach) : answer.code;
  }

  /** Whether its tokens reach that far without asking anybody. */
  async reaches(account: Account, reach: Reach): Promise<boolean> {
    return (await this.#try(account, reach)).ok;
  }

  /** Ends its drives' watches, forgets its tokens and cursors and, if so asked, what it has told. */
  async remove(accountId: string, activity: 'keep' | 'delete'): Promise<Outcome<void>> {
    const account = this.#list.find(accountId);
    if (!account) return notFound;
    // What could not be forgotten must not look as if it were.
    if (await this.#vault.isLocked()) return { ok: false, code: 'keys-locked' };
    this.desk.giveUp(accountId);
    const watchIds = this.#parts.config.value.drives
      .filter((drive) => drive.accountId === accountId)
      .map((drive) => drive.watchId);
    const removed = this.#list.remove(accountId);
    if (!removed.ok) return removed;
    const forgotten = this.#parts.onRemoved(accountId, watchIds, activity === 'keep');
    await this.#parts.onLeaving(accountId);
    // Somebody may have signed in with it again meanwhile.
    const isBack = this.#list.find(accountId) !== undefined;
    if (!isBack) this.graphs.drop(account);
    await Promise.all([isBack ? null : this.#tokens.forget(account), forgotten]);
    return removed;
  }

  /** Only where none is built in or given from outside. Null: forgets it. */
  setClientId(cloud: CloudId, text: string | null): Outcome<void> {
    const clientId = text?.trim() ?? null;
    if (clientId !== null && !isClientId(clientId)) {
      return { ok: false, code: 'client-id-malformed' };
    }
    const { config, clientIds: given, configure } = this.#parts;
    const { source } = clientIdOf(cloud, given, config.value.clientIds);
    if (source === 'built-in' || source === 'environment')
      return { ok: false, code: 'bad-request' };
    const { [cloud]: _before, ...others } = config.value.clientIds;
    const saved = configure({
      clientIds: clientId === null ? others : { ...others, [cloud]: clientId },
    });
    if (!saved.ok) return saved;
    const { view } = this.desk;
    if (view.state === 'waiting' && view.asked.cloud === cloud) this.desk.cancel();
    this.#tokens.startOver();
    this.desk.clear();
    this.#parts.onClientIdChanged(cloud);
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

  /** Reads what is kept, so that the tokens of accounts removed elsewhere go now. */
  start(): void {
    void this.#vault.isLocked();
  }

  stop(): void {
    this.desk.cancel();
    this.#vault.stop();
  }

  #try(account: Account, reach: Reach): Promise<TokenAnswer> {
    return this.#tokens.token(account, { reach, refused: null, purpose: 'trial' });
  }

  #tokenSource(owner: TokenOwner): TokenSource {
    return {
      token: (wish) => {
        const reach = wish.reach ?? this.#list.reachOf(owner.accountId);
        const purpose = wish.reach ? 'trial' : 'use';
        return this.#tokens.token(owner, { ...wish, reach, purpose });
      },
      challengedAgain: (claims) => this.#tokens.askPerson(owner, claims),
    };
  }

  async #signedIn(person: SignedIn, given: AbortSignal): Promise<SignInFailure | null> {
    const wasKnown = this.#list.find(person.accountId) !== undefined;
    await this.#tokens.adopt(person, person.cache);
    const met = await this.#meet(person, AbortSignal.any([given, this.#parts.signal]));
    const known = this.#list.find(person.accountId);
    // Who is known already is signed in again, whatever Graph or the disk say just now.
    if (known) {
      if (met.ok) this.#list.keep(met.account);
      this.#parts.onSignedIn(met.ok ? met.account : known);
      return null;
    }
    // Removed meanwhile, or nobody waits for it any more.
    const isUnwanted = wasKnown || given.aborted;
    if (met.ok && !isUnwanted && this.#list.keep(met.account).ok) {
      this.#parts.onSignedIn(met.account);
      return null;
    }
    await this.#forgetStranger(person);
    if (isUnwanted) return 'cancelled';
    return met.ok ? 'not-kept' : asFailure(met.code);
  }

  /** Graph may fail just now: a sign-in that is done is not thrown away at the first hiccup. */
  async #meet(person: SignedIn, given: AbortSignal): Promise<Met> {
    using limit = timeLimit(given, meetingLimitMs);
    const { signal } = limit;
    const backoff = new Backoff(500, 4000);
    for (let tried = 1; ; tried += 1) {
      const met = await meet(this.graphs.of(person), person, signal);
      const isFinal = met.ok || !passing.has(met.code) || tried === meetingsTried;
      if (isFinal || signal.aborted) return met;
      await sleep(backoff.next(), signal);
    }
  }

  async #forgetStranger(person: SignedIn): Promise<void> {
    this.#log.warn('sign-in-not-kept');
    await this.#tokens.forget(person);
    this.graphs.drop(person);
  }
}

const passing = new Set<GraphFailureCode>([
  'no-network',
  'microsoft-down',
  'throttled',
  'not-json',
]);

function asFailure(code: GraphFailureCode): SignInFailure {
  if (code === 'throttled') return 'microsoft-down';
  const isSaid = code === 'no-network' || code === 'microsoft-down' || code === 'not-json';
  return isSaid || code === 'keys-locked' ? code : 'unexpected-answer';
}
