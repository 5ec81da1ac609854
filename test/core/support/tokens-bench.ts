import { vi } from 'vitest';
import { clouds } from '../../../src/core/clouds.ts';
import type { Clock } from '../../../src/core/ports.ts';
import { AccountTokens, type TokenAsk } from '../../../src/core/sign-in/account-tokens.ts';
import type { TokenAnswer } from '../../../src/core/sign-in/token-source.ts';
import { TokenVault } from '../../../src/core/sign-in/vault.ts';
import { heardLog, noon, serverClockOn } from './doubles.ts';
import { clientId, formsOf, granted, signedInCache } from './entra.ts';
import { FetchNet } from './fetched.ts';
import { HeldSecret } from './secrets.ts';

export const minute = 60_000;
export const home = 'uid.tid';

/** One account's tokens in virtual time: MSAL as it is, Entra by script. Needs `end`. */
export class TokensBench {
  /** Gives `t1`, `t2`, …, unless told otherwise. */
  readonly net = new FetchNet(() => granted({ token: `t${this.net.asked.length}` }));
  readonly file = new HeldSecret();
  readonly log = heardLog();
  readonly vault: TokenVault;
  /** How far this computer's clock is from virtual time. */
  clockAheadMs = 0;
  readonly clock: Clock = { now: () => Date.now() + this.clockAheadMs };
  clientId = clientId;
  /** How often the person was called for. */
  calls = 0;
  tokens: AccountTokens;

  constructor() {
    vi.useFakeTimers({ now: noon });
    // Backoff waits for the whole of its ceiling.
    vi.spyOn(Math, 'random').mockReturnValue(1);
    this.vault = new TokenVault({
      secretFile: this.file,
      log: this.log,
      isWeakAllowed: () => false,
      isKnown: () => true,
      onFound: () => undefined,
      onSaved: () => undefined,
    });
    this.tokens = this.started();
  }

  /** As a start of the app makes it. */
  started(): AccountTokens {
    return new AccountTokens({
      accountId: home,
      homeAccountId: home,
      cloud: 'global',
      hosts: clouds.global,
      clientId: () => this.clientId,
      vault: this.vault,
      net: this.net,
      clock: this.clock,
      serverClock: serverClockOn(this.clock),
      log: this.log,
      onNeedsPerson: () => (this.calls += 1),
    });
  }

  /** Somebody signed in an hour ago: their token has ended, their sign-in has not. */
  async signedIn(scope = 'User.Read Files.Read'): Promise<void> {
    this.file.hold({ [home]: await signedInCache({ scope, lifeSeconds: 1 }) });
    await this.pass(minute);
  }

  end(): void {
    this.vault.stop();
    vi.useRealTimers();
    vi.restoreAllMocks();
  }

  async pass(ms: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(ms);
  }

  async ask(parts: Partial<TokenAsk> = {}): Promise<TokenAnswer> {
    const ask = { reach: 'own', refused: null, purpose: 'use', ...parts } as const;
    const answer = await this.tokens.token(ask);
    if (answer === 'superseded') return { ok: false, code: 'signed-out', retryAfterMs: null };
    return answer;
  }

  /** The token, or the code of the failure. */
  async got(parts: Partial<TokenAsk> = {}): Promise<string> {
    const answer = await this.ask(parts);
    return answer.ok ? answer.value : answer.code;
  }

  /** How often Entra was asked. */
  get questions(): number {
    return this.net.asked.length;
  }

  get forms(): readonly URLSearchParams[] {
    return formsOf(this.net);
  }

  /** The claims that each question carried. */
  get claims(): readonly unknown[] {
    return this.forms.map((form) => JSON.parse(form.get('claims') ?? 'null') as unknown);
  }
}
