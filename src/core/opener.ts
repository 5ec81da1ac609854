import type { Outcome } from '../shared/ipc.ts';
import type { Clouds } from './clouds.ts';
import { safeItemLink } from './hosts.ts';
import { done, notFound } from './outcome.ts';
import type { Browser } from './ports.ts';
import { recycleBinOf } from './recycle-bin.ts';
import type { Account, WatchedDrive } from './settings/settings.ts';

export interface OpenerParts {
  readonly clouds: Clouds;
  readonly browser: Browser;
  readonly driveOf: (watchId: string) => WatchedDrive | undefined;
  readonly accountOf: (accountId: string | null) => Account | undefined;
}

/** Opens stored links in the system browser, if they still pass the checks now. */
export class Opener {
  readonly #parts: OpenerParts;

  constructor(parts: OpenerParts) {
    this.#parts = parts;
  }

  /** A page of this account's cloud; of an account that has gone, any cloud's may be meant. */
  async open(link: string | null, accountId: string | null): Promise<Outcome<void>> {
    if (link === null) return notFound;
    const safe = this.safeLink(link, accountId);
    if (safe === null) return { ok: false, code: 'link-not-allowed' };
    return (await this.#parts.browser.open(safe))
      ? done
      : { ok: false, code: 'browser-did-not-open' };
  }

  /** The link as it may be handed on; null: it leads elsewhere than to this account's cloud. */
  safeLink(link: string, accountId: string | null): string | null {
    const { clouds, accountOf } = this.#parts;
    const account = accountOf(accountId);
    const allowed = account ? [clouds[account.cloud]] : Object.values(clouds);
    return allowed.map((hosts) => safeItemLink(link, hosts)).find((one) => one !== null) ?? null;
  }

  openDrive(watchId: string): Promise<Outcome<void>> {
    const drive = this.#parts.driveOf(watchId);
    return this.open(drive?.scope?.webUrl ?? drive?.webUrl ?? null, drive?.accountId ?? null);
  }

  openRecycleBin(watchId: string): Promise<Outcome<void>> {
    const drive = this.#parts.driveOf(watchId);
    return this.open(drive ? recycleBinOf(drive) : null, drive?.accountId ?? null);
  }
}
