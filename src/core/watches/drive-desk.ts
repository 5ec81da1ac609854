import type { Outcome } from '../../shared/ipc.ts';
import type { DriveOffer } from '../../shared/snapshot.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { DrivePicker } from '../finding/drive-picker.ts';
import type { KeptConfig } from '../settings/kept-config.ts';
import type { Config } from '../settings/settings.ts';
import type { WatchList } from './watch-list.ts';

const done = { ok: true, value: undefined } as const;
const notFound = { ok: false, code: 'not-found' } as const;

export interface DriveDeskParts {
  readonly accounts: Accounts;
  readonly config: Pick<KeptConfig, 'value'>;
  readonly configure: (patch: Partial<Omit<Config, 'version'>>) => Outcome<void>;
  readonly watches: () => Pick<WatchList, 'refresh' | 'wantNames'>;
  /** Forgets what is known of drives that are not watched any more. */
  readonly sweep: () => void;
  readonly signal: AbortSignal;
}

/** Where a person says which drives to watch. */
export class DriveDesk {
  readonly #parts: DriveDeskParts;
  readonly #picker: DrivePicker;
  #isWidening = false;

  constructor(parts: DriveDeskParts) {
    this.#parts = parts;
    this.#picker = new DrivePicker(parts.accounts.graphs);
  }

  list(): Promise<Outcome<DriveOffer>> {
    const { config, signal } = this.#parts;
    return this.#picker.offer(config.value.accounts, (watchId) => this.#isWatched(watchId), signal);
  }

  /** Watches drives that `list` has offered; what others share needs a wider sign-in first. */
  async watch(choices: readonly { accountId: string; driveId: string }[]): Promise<Outcome<void>> {
    const chosen = this.#picker.chosen(choices);
    if (!chosen) return notFound;
    if (this.#isWidening) return { ok: false, code: 'busy' };
    this.#isWidening = true;
    const widened = this.#parts.accounts.widenFor(chosen);
    const failure = await widened.finally(() => (this.#isWidening = false));
    if (failure) return { ok: false, code: failure };
    const { accounts, drives } = this.#parts.config.value;
    // The account may have been removed while the person was in the browser.
    if (!chosen.every((drive) => accounts.some((one) => one.accountId === drive.accountId))) {
      return notFound;
    }
    const byId = new Map(chosen.map((drive) => [drive.watchId, drive]));
    const added = [...byId.values()].filter((drive) => !this.#isWatched(drive.watchId));
    return this.#parts.configure({ drives: [...drives, ...added] });
  }

  stop(watchId: string): Outcome<void> {
    const { drives } = this.#parts.config.value;
    const rest = drives.filter((drive) => drive.watchId !== watchId);
    if (rest.length === drives.length) return notFound;
    const saved = this.#parts.configure({ drives: rest });
    if (saved.ok) this.#parts.sweep();
    return saved;
  }

  /** Whether the names of what is in the drive are to be learned: a large one takes a while. */
  learnNames(watchId: string, wanted: boolean): Outcome<void> {
    return this.#parts.watches().wantNames(watchId, wanted) ? done : notFound;
  }

  /** Reconnects and reads a drive at once. */
  checkNow(watchId: string): Outcome<void> {
    return this.#parts.watches().refresh(watchId) ? done : notFound;
  }

  #isWatched(watchId: string): boolean {
    return this.#parts.config.value.drives.some((drive) => drive.watchId === watchId);
  }
}
