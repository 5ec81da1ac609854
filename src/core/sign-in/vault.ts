import { z } from 'zod';
import { Backoff } from '../time/backoff.ts';
import { describe } from '../describe.ts';
import type { Log, SecretFile, SecretSave } from '../ports.ts';
import { sleep } from '../time/timing.ts';

/** The key store is locked for now. */
export class TokensLocked extends Error {
  override readonly name = 'TokensLocked';
}

/** How the stored sign-ins were found at the first look. */
export type Found = 'usable' | 'restored' | 'lost' | 'key-changed';

export interface VaultParts {
  readonly secretFile: SecretFile;
  readonly log: Log;
  readonly isWeakAllowed: () => boolean;
  /** An account that Drivebell uses: the tokens of any other are dropped when the file is read. */
  readonly isKnown: (accountId: string) => boolean;
  readonly onFound: (found: Found) => void;
  readonly onSaved: (how: SecretSave) => void;
}

const content = z.object({ version: z.literal(1), accounts: z.record(z.string(), z.string()) });

/**
 * Each account's tokens, apart from one another, in one secret file. A save that fails fails nothing
 * else: the tokens live on in memory, and it is tried again.
 */
export class TokenVault {
  readonly #parts: VaultParts;
  readonly #end = new AbortController();
  readonly #backoff = new Backoff(1000, 60_000);
  #accounts: Map<string, string> | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #isRetrying = false;

  constructor(parts: VaultParts) {
    this.#parts = parts;
  }

  /** Null where nothing is kept. Throws `TokensLocked`. */
  read(accountId: string): Promise<string | null> {
    return this.#inTurn(async () => (await this.#load()).get(accountId) ?? null);
  }

  /** Throws `TokensLocked`: writing without what is in the file would end every other sign-in. */
  write(accountId: string, text: string): Promise<void> {
    return this.#inTurn(async () => {
      (await this.#load()).set(accountId, text);
      await this.#save();
    });
  }

  /** Throws `TokensLocked`. */
  forget(accountId: string): Promise<void> {
    return this.#inTurn(async () => {
      const accounts = await this.#load();
      if (accounts.delete(accountId)) await this.#save();
      // What is kept for another key store may hold others' sign-ins, which are still wanted.
      if (accounts.size === 0) await this.#parts.secretFile.forget();
    });
  }

  /** Whether the key store is locked for now. */
  async isLocked(): Promise<boolean> {
    try {
      await this.#inTurn(() => this.#load());
      return false;
    } catch {
      return true;
    }
  }

  /** Writes what there is anew, as when weak storage has been allowed or forbidden. */
  saveAgain(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#load();
      await this.#save();
    });
  }

  stop(): void {
    this.#end.abort();
  }

  async #load(): Promise<Map<string, string>> {
    if (this.#accounts) return this.#accounts;
    const { secretFile, log, onFound, onSaved, isKnown, isWeakAllowed } = this.#parts;
    const found = await secretFile.load();
    if (!found.ok && found.code === 'temporarily-unavailable') throw new TokensLocked();
    const accounts = found.ok ? parse(found.text) : new Map<string, string>();
    if (!found.ok && found.code !== 'absent') log.warn('tokens-not-read', { why: found.code });
    if (!accounts) log.warn('tokens-not-read', { why: 'not-understood' });
    if (found.ok && accounts) onFound(found.wasRestored ? 'restored' : 'usable');
    else if (found.ok || found.code === 'corrupt') onFound('lost');
    else if (found.code === 'backend-changed') onFound('key-changed');
    this.#accounts = new Map([...(accounts ?? [])].filter(([id]) => isKnown(id)));
    // Said before anybody wonders why they have to sign in again.
    if (!found.ok && secretFile.isWeak() && !isWeakAllowed()) onSaved('memory-only');
    const isStrange = accounts !== null && this.#accounts.size < accounts.size;
    // How strongly it is kept is known only by keeping it.
    if (found.ok && (isStrange || isWeakAllowed())) await this.#save();
    return this.#accounts;
  }

  async #save(): Promise<void> {
    const { secretFile, log, isWeakAllowed, onSaved } = this.#parts;
    const accounts = Object.fromEntries(this.#accounts ?? []);
    const text = JSON.stringify({ version: 1, accounts });
    const how = await secretFile.save(text, isWeakAllowed());
    onSaved(how);
    if (how !== 'failed') return this.#backoff.reset();
    log.warn('tokens-not-saved');
    void this.#saveLater();
  }

  async #saveLater(): Promise<void> {
    if (this.#isRetrying) return;
    this.#isRetrying = true;
    await sleep(this.#backoff.next(), this.#end.signal);
    this.#isRetrying = false;
    if (!this.#end.signal.aborted) await this.saveAgain();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(work);
    this.#turn = next.catch((thrown: unknown) => {
      if (!(thrown instanceof TokensLocked)) {
        this.#parts.log.warn('tokens-broke', { why: describe(thrown) });
      }
    });
    return next;
  }
}

function parse(text: string): Map<string, string> | null {
  try {
    const parsed = content.safeParse(JSON.parse(text));
    return parsed.success ? new Map(Object.entries(parsed.data.accounts)) : null;
  } catch {
    return null;
  }
}
