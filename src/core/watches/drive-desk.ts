import type { DriveOffer, WiderReach } from '../../shared/finding.ts';
import type { Outcome } from '../../shared/ipc.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Clouds } from '../clouds.ts';
import { labelOf, microsoftNameOf } from './drive-name.ts';
import { DrivePicker } from '../finding/drive-picker.ts';
import { Finder } from '../finding/finder.ts';
import { Findings } from '../finding/findings.ts';
import type { Configure, KeptConfig } from '../settings/kept-config.ts';
import { moved } from '../moved.ts';
import { done, notFound } from '../outcome.ts';
import type { WatchedDrive } from '../settings/settings.ts';
import type { WatchList } from './watch-list.ts';

export interface DriveDeskParts {
  readonly accounts: Accounts;
  readonly clouds: Clouds;
  readonly config: Pick<KeptConfig, 'value' | 'account'>;
  readonly configure: Configure;
  readonly watches: () => Pick<WatchList, 'refresh' | 'wantNames'>;
  /** Deletes what was told of a drive that is watched no longer. */
  readonly forget: (watchId: string) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Where a person says which drives to watch. */
export class DriveDesk {
  readonly #parts: DriveDeskParts;
  readonly #findings = new Findings((watchId) => this.#isWatched(watchId));
  readonly #picker: DrivePicker;
  readonly finder: Finder;
  #isWidening = false;

  constructor(parts: DriveDeskParts) {
    this.#parts = parts;
    const { accounts, config, clouds, signal } = parts;
    const { graphs } = accounts;
    const findings = this.#findings;
    this.#picker = new DrivePicker({
      graphs,
      findings,
      reaches: (account, reach) => accounts.reaches(account, reach),
    });
    this.finder = new Finder({
      graphs,
      clouds,
      findings,
      accountOf: (accountId) => config.account(accountId),
      needsSignIn: (account) => accounts.needsSignIn(account),
      signal,
    });
  }

  list(): Promise<Outcome<DriveOffer>> {
    const { config, signal } = this.#parts;
    const { accounts, drives } = config.value;
    return this.#picker.offer(accounts, { isFirst: drives.length === 0, signal });
  }

  /** Lets an account's tokens reach further, so that more can be found. */
  async widen(accountId: string, reach: WiderReach): Promise<Outcome<void>> {
    const account = this.#parts.config.account(accountId);
    if (!account) return notFound;
    return this.#widened(() => this.#parts.accounts.widen(account, reach));
  }

  /** Watches what was found; what others share needs a wider sign-in first. */
  async watch(foundIds: readonly string[]): Promise<Outcome<void>> {
    const chosen = this.#findings.chosen(foundIds);
    if (!chosen) return notFound;
    const widened = await this.#widened(() => this.#parts.accounts.widenFor(chosen));
    if (!widened.ok) return widened;
    const { accounts, drives } = this.#parts.config.value;
    // The account may have been removed while the person was in the browser.
    if (!chosen.every((drive) => accounts.some((one) => one.accountId === drive.accountId))) {
      return notFound;
    }
    const byId = new Map(chosen.map((drive) => [drive.watchId, drive]));
    const added = [...byId.values()].filter((drive) => !this.#isWatched(drive.watchId));
    return this.#parts.configure({ drives: [...drives, ...added] });
  }

  /** Forgets a drive and, if so asked, what it has told. */
  async stop(watchId: string, activity: 'keep' | 'delete'): Promise<Outcome<void>> {
    const { drives } = this.#parts.config.value;
    const rest = drives.filter((drive) => drive.watchId !== watchId);
    if (rest.length === drives.length) return notFound;
    const saved = this.#parts.configure({ drives: rest });
    if (saved.ok && activity === 'delete') await this.#parts.forget(watchId);
    return saved;
  }

  /** By a name of the person's own; what is empty, or Microsoft's name, leaves it at that. */
  rename(watchId: string, text: string): Outcome<void> {
    const { drives } = this.#parts.config.value;
    if (!this.#isWatched(watchId)) return notFound;
    const label = labelOf(text);
    const renamed = (drive: WatchedDrive): WatchedDrive =>
      drive.watchId === watchId
        ? { ...drive, label: label === microsoftNameOf(drive) ? null : label }
        : drive;
    return this.#parts.configure({ drives: drives.map((drive) => renamed(drive)) });
  }

  /** In the order in which drives are shown. */
  move(watchId: string, to: 'earlier' | 'later'): Outcome<void> {
    const { drives } = this.#parts.config.value;
    const next = moved(drives, (drive) => drive.watchId === watchId, to);
    return next ? this.#parts.configure({ drives: next }) : notFound;
  }

  /** Whether the names of what is in the drive are to be learned: a large one takes a while. */
  learnNames(watchId: string, wanted: boolean): Outcome<void> {
    return this.#parts.watches().wantNames(watchId, wanted) ? done : notFound;
  }

  /** Reconnects and reads a drive at once. */
  checkNow(watchId: string): Outcome<void> {
    return this.#parts.watches().refresh(watchId) ? done : notFound;
  }

  /** One sign-in at a time. */
  async #widened(widen: () => ReturnType<Accounts['widen']>): Promise<Outcome<void>> {
    if (this.#isWidening) return { ok: false, code: 'busy' };
    this.#isWidening = true;
    try {
      const code = await widen();
      return code ? { ok: false, code } : done;
    } finally {
      this.#isWidening = false;
    }
  }

  #isWatched(watchId: string): boolean {
    return this.#parts.config.value.drives.some((drive) => drive.watchId === watchId);
  }
}
