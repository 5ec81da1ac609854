import type { Args, Outcome } from '../../shared/ipc.ts';
import type { SignInAsk, SignInFailure, SignInView } from '../../shared/snapshot.ts';
import type { AccountList } from '../accounts/account-list.ts';
import type { Clouds } from '../clouds.ts';
import { done, notFound } from '../outcome.ts';
import type { Browser, Clipboard } from '../ports.ts';
import type { Account } from '../settings/settings.ts';
import { type AdminConsentAsk, adminConsentLink } from './admin-consent.ts';
import type { Reach } from './scopes.ts';
import { SignIn, type SignInOrder, type SignInParts } from './sign-in.ts';
import type { Tokens } from './tokens.ts';

export interface SignInDeskParts extends SignInParts {
  readonly clouds: Clouds;
  readonly accounts: AccountList;
  readonly tokens: Tokens;
  readonly browser: Browser;
  readonly clipboard: Clipboard;
}

/** Where the person asks to sign in, and is handed what that takes. */
export class SignInDesk {
  readonly #parts: SignInDeskParts;
  readonly #signIn: SignIn;
  /** What an administrator would have to approve. */
  #adminAsk: AdminConsentAsk | null = null;

  constructor(parts: SignInDeskParts) {
    this.#parts = parts;
    this.#signIn = new SignIn(parts);
  }

  get view(): SignInView {
    return this.#signIn.view();
  }

  /** Begins a sign-in; the view says how it goes. */
  signIn(ask: SignInAsk): Outcome<void> {
    if (this.view.state === 'waiting') return { ok: false, code: 'busy' };
    const account = this.#parts.accounts.find(ask.accountId);
    if (ask.accountId !== null && !account) return notFound;
    void this.#take({
      ask: account ? { ...ask, cloud: account.cloud } : ask,
      reach: account ? this.#parts.accounts.reachOf(account.accountId) : 'own',
      ...this.#expected(account),
      isPartOfMore: false,
    });
    return done;
  }

  /** In the browser, so that the account's tokens reach further. Whoever asked for that says how it went. */
  widen(account: Account, reach: Reach): Promise<SignInFailure | null> {
    const { accountId, cloud } = account;
    return this.#take({
      ask: { accountId, cloud, flow: 'browser' },
      reach,
      ...this.#expected(account),
      isPartOfMore: true,
    });
  }

  cancel(): Outcome<void> {
    this.#signIn.cancel();
    return done;
  }

  /** Of an account that goes: its sign-in is given up, and how its last one failed is forgotten. */
  giveUp(accountId: string): void {
    const { view } = this;
    if (view.state === 'idle' || view.asked.accountId !== accountId) return;
    if (view.state === 'waiting') this.#signIn.cancel();
    else this.#signIn.clear();
  }

  /** What failed no longer holds. */
  clear(): void {
    this.#signIn.clear();
  }

  /** Where the code under way is typed in. */
  async openDeviceCodePage(): Promise<Outcome<void>> {
    const { code } = this.#signIn;
    if (!code) return notFound;
    return (await this.#parts.browser.open(code.page.href))
      ? done
      : { ok: false, code: 'browser-did-not-open' };
  }

  /** To the clipboard: the code under way, or where an administrator approves what was refused for want of it. */
  async copy(what: Args<'copy'>[0]): Promise<Outcome<void>> {
    const link = this.#adminAsk && adminConsentLink(this.#adminAsk);
    const text = what === 'device-code' ? this.#signIn.code?.userCode : link;
    if (!text) return notFound;
    return (await this.#parts.clipboard.write(text)) ? done : { ok: false, code: 'copy-failed' };
  }

  #expected(account: Account | undefined): Pick<SignInOrder, 'person' | 'claims'> {
    if (!account) return { person: null, claims: null };
    return { person: account, claims: this.#parts.tokens.claimsOf(account) };
  }

  async #take(order: SignInOrder): Promise<SignInFailure | null> {
    const failure = await this.#signIn.signIn(order);
    if (failure === 'needs-administrator') {
      const { cloud } = order.ask;
      this.#adminAsk = {
        hosts: this.#parts.clouds[cloud],
        clientId: this.#parts.clientIdOf(cloud).value,
        reach: order.reach,
        homeAccountId: order.person?.homeAccountId ?? null,
      };
    }
    return failure;
  }
}
