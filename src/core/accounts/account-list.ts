import type { Outcome } from '../../shared/ipc.ts';
import type { KeptConfig } from '../settings/kept-config.ts';
import type { Account, Config } from '../settings/settings.ts';
import type { Reach } from '../sign-in/scopes.ts';

export type Configure = (patch: Partial<Omit<Config, 'version'>>) => Outcome<void>;

/** The accounts of the configuration. */
export class AccountList {
  readonly #config: KeptConfig;
  readonly #configure: Configure;

  constructor(config: KeptConfig, configure: Configure) {
    this.#config = config;
    this.#configure = configure;
  }

  get all(): readonly Account[] {
    return this.#config.value.accounts;
  }

  find(accountId: string | null): Account | undefined {
    return this.all.find((one) => one.accountId === accountId);
  }

  /** As far as the drives that are watched need, and no further. */
  reachOf(accountId: string): Reach {
    const isShared = this.#config.value.drives.some(
      (drive) => drive.accountId === accountId && drive.kind === 'library',
    );
    return isShared ? 'shared' : 'own';
  }

  keep(account: Account): Outcome<void> {
    const accounts = this.find(account.accountId)
      ? this.all.map((one) => (one.accountId === account.accountId ? account : one))
      : [...this.all, account];
    return this.#configure({ accounts });
  }

  /** With its drives. */
  remove(accountId: string): Outcome<void> {
    return this.#configure({
      accounts: this.all.filter((one) => one.accountId !== accountId),
      drives: this.#config.value.drives.filter((drive) => drive.accountId !== accountId),
    });
  }
}
