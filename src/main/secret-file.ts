import { describe } from '../core/describe.ts';
import type { Log, SecretFile, SecretLoad, SecretSave } from '../core/ports.ts';
import { KeyStore, type Whole } from './key-store.ts';
import { SealedFiles } from './sealed-files.ts';

/**
 * A file encrypted with the system's key store. Only what is damaged is taken for damaged: a locked
 * key ring, or another desktop with another one, loses nothing.
 */
export class SafeStorageFile implements SecretFile {
  readonly #keys: KeyStore;
  readonly #files: SealedFiles;
  readonly #log: Log;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(path: string, platform: NodeJS.Platform, log: Log) {
    this.#keys = new KeyStore(platform);
    this.#files = new SealedFiles(path, this.#keys, log);
    this.#log = log;
  }

  load(): Promise<SecretLoad> {
    return this.#inTurn(() => this.#load());
  }

  save(text: string, weakly: boolean): Promise<SecretSave> {
    return this.#inTurn(() => this.#save(text, weakly));
  }

  isWeak(): boolean {
    return this.#keys.isWeak;
  }

  forget(): Promise<void> {
    return this.#inTurn(() =>
      this.#attempt('secret-not-forgotten', () => this.#files.discardOthers()),
    );
  }

  async #load(): Promise<SecretLoad> {
    this.#files.sweep();
    const main = await this.#files.readMain();
    if (main.code === 'ok') return this.#loaded(main, false);
    const needsCopy = main.code === 'absent' || main.code === 'corrupt';
    const copy = needsCopy ? await this.#files.readCopy() : main;
    if (copy.code === 'ok') {
      await this.#attempt('secret-not-restored', () => this.#files.restore(copy));
      return this.#loaded(copy, true);
    }
    const { code } = copy.code === 'absent' ? main : copy;
    if (code === 'absent' || code === 'backend-changed') return this.#loadKept(code);
    if (code === 'corrupt') {
      await this.#attempt('secret-not-set-aside', () => this.#files.makeRoom());
    }
    return { ok: false, code };
  }

  async #loadKept(otherwise: 'absent' | 'backend-changed'): Promise<SecretLoad> {
    const kept = await this.#files.readKept();
    if (kept.code === 'ok') {
      await this.#attempt('secret-not-taken-back', () => this.#files.takeBack(kept));
      return this.#loaded(kept, false);
    }
    if (kept.code === 'corrupt') {
      await this.#attempt('secret-not-set-aside', () => this.#files.setKeptAside());
    }
    const isNone = kept.code === 'absent' || kept.code === 'backend-changed';
    return { ok: false, code: isNone ? otherwise : kept.code };
  }

  async #loaded(found: Whole, wasRestored: boolean): Promise<SecretLoad> {
    if (found.wantsSealing) {
      await this.#attempt('secret-not-sealed-anew', async () => {
        const envelope = await this.#keys.seal(found.text);
        // The key that everyone knows never betters anything, and the person may not have allowed it.
        if (envelope !== null && !this.#keys.isWeaklySealed(envelope)) {
          await this.#files.write(envelope);
        }
      });
    }
    return { ok: true, text: found.text, wasRestored };
  }

  async #save(text: string, weakly: boolean): Promise<SecretSave> {
    try {
      const envelope = await this.#keys.seal(text);
      if (envelope === null) return 'failed';
      const isWeak = this.#keys.isWeaklySealed(envelope);
      if (isWeak && !weakly) {
        // What was written while it was allowed.
        await this.#files.removeWeak();
        return 'memory-only';
      }
      await this.#files.write(envelope);
      return isWeak ? 'saved-weakly' : 'saved';
    } catch (thrown) {
      this.#log.warn('secret-not-saved', { why: describe(thrown) });
      return 'failed';
    }
  }

  /** What was read stays read, even where the files cannot be put in order. */
  async #attempt(event: string, work: () => Promise<void> | void): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      this.#log.warn(event, { why: describe(thrown) });
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(work);
    this.#turn = next.catch(() => undefined);
    return next;
  }
}
