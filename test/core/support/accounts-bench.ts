import { vi } from 'vitest';
import { Accounts } from '../../../src/core/accounts/accounts.ts';
import type { GivenClientIds } from '../../../src/core/sign-in/client-ids.ts';
import { clouds } from '../../../src/core/clouds.ts';
import { KeptConfig } from '../../../src/core/settings/kept-config.ts';
import type { Account, Config } from '../../../src/core/settings/settings.ts';
import type { SignInAsk, SignInView } from '../../../src/shared/snapshot.ts';
import { heardLog, noon, serverClockOn, timerClock } from './doubles.ts';
import { clientId, granted, refused } from './entra.ts';
import { FetchNet, json } from './fetched.ts';
import { HeldSecret } from './secrets.ts';

export const byCode: SignInAsk = { accountId: null, cloud: 'global', flow: 'device-code' };

/** Accounts in virtual time, Microsoft by script: whoever types the code in is `home`. Needs `end`. */
export class AccountsBench {
  readonly file = new HeldSecret();
  readonly log = heardLog();
  readonly opened: string[] = [];
  readonly copied: string[] = [];
  readonly signedIn: string[] = [];
  readonly clientIdsChanged: string[] = [];
  readonly removed: object[] = [];
  held: unknown;
  home = 'ada.tid';
  takesText = true;
  /** What the token endpoint says; null: that nobody has typed the code in yet. */
  token: (() => Response) | null = () => granted({ token: 'token', home: this.home });
  me: () => Response | Promise<Response> = () => json({ id: 'aad', displayName: 'Ada L' });
  readonly net = new FetchNet((url) => {
    if (url.includes('/devicecode')) return json(deviceCode);
    if (url.includes('/token')) return this.token?.() ?? refused('authorization_pending');
    return this.me();
  });
  config: KeptConfig;
  accounts: Accounts;
  onLeaving: (accountId: string) => Promise<void> = async () => undefined;

  constructor(config?: Config, clientIds: GivenClientIds = { builtIn: clientId, environment: '' }) {
    vi.useFakeTimers({ now: noon });
    this.held = config;
    this.config = this.#read();
    this.accounts = this.#start(clientIds);
  }

  end(): void {
    this.accounts.stop();
    vi.useRealTimers();
  }

  get view(): SignInView {
    return this.accounts.desk.view;
  }

  async pass(ms: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(ms);
  }

  /** To the end, however that is. */
  async signIn(asked: SignInAsk = byCode): Promise<SignInView> {
    this.accounts.desk.signIn(asked);
    await this.pass(10_000);
    return this.view;
  }

  #read(): KeptConfig {
    return new KeptConfig(
      {
        load: () => this.held,
        save: (value) => {
          this.held = value;
        },
        keepCopy: () => undefined,
        setAside: () => undefined,
      },
      this.log,
    );
  }

  #start(clientIds: GivenClientIds): Accounts {
    const { net, file, log } = this;
    return new Accounts({
      ports: {
        net,
        log,
        secretFile: file,
        clock: timerClock,
        browser: { open: async (url) => this.opened.push(url) > 0 },
        clipboard: { write: async (text) => this.takesText && this.copied.push(text) > 0 },
      },
      clouds,
      clientIds,
      serverClock: serverClockOn(timerClock),
      userAgent: 'test',
      pages: { signedIn: '', notSignedIn: '' },
      config: this.config,
      configure: (patch) => this.config.change(patch),
      signal: new AbortController().signal,
      onFound: () => undefined,
      onSaved: () => undefined,
      onSignedOut: () => undefined,
      onSignedIn: (account: Account) => this.signedIn.push(account.homeAccountId),
      onClientIdChanged: (cloud) => this.clientIdsChanged.push(cloud),
      onLeaving: (accountId) => this.onLeaving(accountId),
      onRemoved: async (accountId, watchIds, keeps) =>
        void this.removed.push({ accountId, watchIds, keeps }),
      onChange: () => undefined,
    });
  }
}

const deviceCode = {
  user_code: 'ABCD-EFGH',
  device_code: 'd',
  verification_uri: 'https://microsoft.com/devicelogin?x=y',
  expires_in: 900,
  interval: 5,
};
