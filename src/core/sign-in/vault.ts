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

const content = z.object({
  version: z.literal(1),
  accounts: z.record(z.string(), z.string()),
  webhooks: z.record(z.string(), z.string()).default({}),
});

interface Secrets {
  /** Tokens by account. */
  readonly accounts: Map<string, string>;
  /** What tells Microsoft's notifications from anybody else's, by account. */
  readonly webhooks: Map<string, string>;
}

/**
 * Each account's tokens, apart from one another, in one secret file. A save that fails fails nothing
 * else: the tokens live on in memory, and it is tried again.
 */
export class TokenVault {
  readonly #parts: VaultParts;
  readonly #end = new AbortController();
  readonly #backoff = new Backoff(1000, 60_000);
  #secrets: Secrets | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #isRetrying = false;

  constructor(parts: VaultParts) {
    this.#parts = parts;
  }

  /** Null where nothing is kept. Throws `TokensLocked`. */
  read(accountId: string): Promise<string | null> {
    return this.#inTurn(async () => (await this.#load()).accounts.get(accountId) ?? null);
  }

  /** Throws `TokensLocked`: writing without what is in the file would end every other sign-in. */
  write(accountId: string, text: string): Promise<void> {
    return this.#inTurn(async () => {
      (await this.#load()).accounts.set(accountId, text);
      await this.#save();
    });
  }

  /** Null where nothing is kept. Throws `TokensLocked`. */
  readWebhooks(accountId: string): Promise<string | null> {
    return this.#inTurn(async () => (await this.#load()).webhooks.get(accountId) ?? null);
  }

  /** Null: forgets it. Throws `TokensLocked`. */
  writeWebhooks(accountId: string, text: string | null): Promise<void> {
    return this.#inTurn(async () => {
      const { webhooks, accounts } = await this.#load();
      if ((webhooks.get(accountId) ?? null) === text) return;
      // Nothing is kept for an account that has gone.
      if (text === null || !accounts.has(accountId)) webhooks.delete(accountId);
      else webhooks.set(accountId, text);
      await this.#save();
    });
  }

  /** Throws `TokensLocked`. */
  forget(accountId: string): Promise<void> {
    return this.#inTurn(async () => {
      const { accounts, webhooks } = await this.#load();
      webhooks.delete(accountId);
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

  async #load(): Promise<Secrets> {
    if (this.#secrets) return this.#secrets;
    const { secretFile, log, onFound, onSaved, isKnown, isWeakAllowed } = this.#parts;
    const found = await secretFile.load();
    if (!found.ok && found.code === 'temporarily-unavailable') throw new TokensLocked();
    const secrets = found.ok ? parse(found.text) : none();
    if (!found.ok && found.code !== 'absent') log.warn('tokens-not-read', { why: found.code });
    if (!secrets) log.warn('tokens-not-read', { why: 'not-understood' });
    if (found.ok && secrets) onFound(found.wasRestored ? 'restored' : 'usable');
    else if (found.ok || found.code === 'corrupt') onFound('lost');
    else if (found.code === 'backend-changed') onFound('key-changed');
    const known = {
      accounts: only(secrets?.accounts, isKnown),
      webhooks: only(secrets?.webhooks, isKnown),
    };
    this.#secrets = known;
    // Said before anybody wonders why they have to sign in again.
    if (!found.ok && secretFile.isWeak() && !isWeakAllowed()) onSaved('memory-only');
    const isStrange = secrets !== null && known.accounts.size < secrets.accounts.size;
    // How strongly it is kept is known only by keeping it.
    if (found.ok && (isStrange || isWeakAllowed())) await this.#save();
    return known;
  }

  async #save(): Promise<void> {
    const { secretFile, log, isWeakAllowed, onSaved } = this.#parts;
    const { accounts, webhooks } = this.#secrets ?? none();
    const text = JSON.stringify({
      version: 1,
      accounts: Object.fromEntries(accounts),
      ...(webhooks.size === 0 ? {} : { webhooks: Object.fromEntries(webhooks) }),
    });
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

function parse(text: string): Secrets | null {
  try {
    const { data } = content.safeParse(JSON.parse(text));
    if (!data) return null;
    const { accounts, webhooks } = data;
    return {
      accounts: new Map(Object.entries(accounts)),
      webhooks: new Map(Object.entries(webhooks)),
    };
  } catch {
    return null;
  }
}

function none(): Secrets {
  return { accounts: new Map(), webhooks: new Map() };
}

function only(
  all: ReadonlyMap<string, string> | undefined,
  isWanted: (accountId: string) => boolean,
): Map<string, string> {
  return new Map([...(all ?? [])].filter(([id]) => isWanted(id)));
}
