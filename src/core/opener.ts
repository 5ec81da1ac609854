import type { Outcome } from '../shared/ipc.ts';
import type { Clouds } from './clouds.ts';
import { safeItemLink } from './hosts.ts';
import type { Browser } from './ports.ts';
import type { Account } from './settings.ts';

/** Opens stored links in the system browser, if they still pass the checks now. */
export class Opener {
  readonly #clouds: Clouds;
  readonly #browser: Browser;

  constructor(clouds: Clouds, browser: Browser) {
    this.#clouds = clouds;
    this.#browser = browser;
  }

  /** A page of this account's cloud; of an account that has gone, any cloud's may be meant. */
  async open(link: string | null, account: Account | undefined): Promise<Outcome<void>> {
    if (link === null) return { ok: false, code: 'not-found' };
    const allowed = account ? [this.#clouds[account.cloud]] : Object.values(this.#clouds);
    const safe = allowed.map((hosts) => safeItemLink(link, hosts)).find((one) => one !== null);
    if (safe === undefined) return { ok: false, code: 'link-not-allowed' };
    return (await this.#browser.open(safe))
      ? { ok: true, value: undefined }
      : { ok: false, code: 'browser-did-not-open' };
  }
}
