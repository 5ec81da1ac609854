import type { Outcome } from '../../shared/ipc.ts';
import type { Configure, KeptConfig } from '../settings/kept-config.ts';
import type { Account, WatchedDrive } from '../settings/settings.ts';
import type { Reach } from '../sign-in/scopes.ts';

/** What it takes to read a drive. */
export function reachOfDrive({ kind, isOthers }: Pick<WatchedDrive, 'kind' | 'isOthers'>): Reach {
  return kind === 'library' || isOthers ? 'shared' : 'own';
}

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
    const drives = this.#config.value.drives.filter((drive) => drive.accountId === accountId);
    return drives.some((drive) => reachOfDrive(drive) === 'shared') ? 'shared' : 'own';
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
