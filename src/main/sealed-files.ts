import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { describe } from '../core/describe.ts';
import type { Log } from '../core/ports.ts';
import { writeDurably } from './durable-write.ts';
import type { Foreign, KeyStore, Opened, Whole } from './key-store.ts';
import { filesNamed, setAside, sweepLeftovers } from './leftovers.ts';

export type Found = Opened | { readonly code: 'absent' };

/**
 * A sealed file, the copy of its last save, and what is kept beside them: damaged files, and for each
 * other key store the file that only that one can open.
 */
export class SealedFiles {
  readonly #path: string;
  readonly #copyPath: string;
  readonly #keys: KeyStore;
  readonly #log: Log;

  constructor(path: string, keys: KeyStore, log: Log) {
    this.#path = path;
    this.#copyPath = `${path}.copy`;
    this.#keys = keys;
    this.#log = log;
  }

  sweep(): void {
    for (const path of [this.#path, this.#copyPath]) sweepLeftovers(path);
  }

  readMain(): Promise<Found> {
    return this.#read(this.#path);
  }

  readCopy(): Promise<Found> {
    return this.#read(this.#copyPath);
  }

  /** What an earlier run under the current key store has left. */
  readKept(): Promise<Found> {
    return this.#read(this.#pathUnder(this.#keys.backend));
  }

  async write(envelope: string): Promise<void> {
    await this.makeRoom();
    await writeDurably(this.#path, envelope);
    try {
      await writeDurably(this.#copyPath, envelope);
    } catch (thrown) {
      this.#log.warn('secret-not-copied', { why: describe(thrown) });
    }
  }

  /** The copy takes the place of the damaged or missing file. */
  async restore(copy: Whole): Promise<void> {
    if (existsSync(this.#path)) this.#setAside(this.#path);
    await writeDurably(this.#path, copy.envelope);
  }

  /** The kept file takes the place of one that the current key store cannot open. */
  async takeBack(kept: Whole): Promise<void> {
    await this.makeRoom();
    await rename(this.#pathUnder(this.#keys.backend), this.#path);
    await writeDurably(this.#copyPath, kept.envelope);
  }

  setKeptAside(): void {
    this.#setAside(this.#pathUnder(this.#keys.backend));
  }

  /** Puts aside what is damaged or cannot be opened: the next write does not supersede it. */
  async makeRoom(): Promise<void> {
    const main = await this.readMain();
    if (main.code === 'temporarily-unavailable') {
      throw new Error('What would be written over cannot be read now.');
    }
    if (main.code === 'corrupt') this.#setAside(this.#path);
    if (main.code === 'backend-changed') await this.#keep(this.#path, main, true);
    const copy = await this.readCopy();
    if (copy.code === 'corrupt') this.#setAside(this.#copyPath);
    if (copy.code === 'backend-changed') {
      await this.#keep(this.#copyPath, copy, main.code === 'corrupt');
    }
  }

  /** Damaged files, and what only another key store can open. */
  async discardOthers(): Promise<void> {
    const inUse = new Set([this.#path, this.#copyPath]);
    for (const path of filesNamed(this.#path)) if (!inUse.has(path)) await rm(path);
  }

  async removeWeak(): Promise<void> {
    for (const path of filesNamed(this.#path)) {
      const text = await readFile(path, 'utf8').catch(() => '');
      if (this.#keys.isWeaklySealed(text)) await rm(path);
    }
  }

  /** `isNewest`: what was kept for that key store before is superseded. */
  async #keep(path: string, found: Foreign, isNewest: boolean): Promise<void> {
    // Kept, it would outlive the permission.
    if (found.isWeak) return;
    if (found.backend === this.#keys.backend) {
      this.#setAside(path);
      return;
    }
    const kept = this.#pathUnder(found.backend);
    if (existsSync(kept) && !isNewest) return;
    await rename(path, kept);
    this.#log.info('secret-kept', { backend: found.backend });
  }

  #setAside(path: string): void {
    setAside(path, this.#path);
    this.#log.warn('secret-set-aside');
  }

  #pathUnder(backend: string): string {
    return `${this.#path}.${backend}`;
  }

  async #read(path: string): Promise<Found> {
    try {
      return await this.#keys.open(await readFile(path, 'utf8'));
    } catch (thrown) {
      return whyUnread(thrown);
    }
  }
}

function whyUnread(thrown: unknown): Found {
  const { code = '' } = thrown as NodeJS.ErrnoException;
  if (['ENOENT', 'ENOTDIR'].includes(code)) return { code: 'absent' };
  // A folder in its place, a broken disk. Others, like a virus scanner's lock, pass.
  return { code: ['EISDIR', 'EIO'].includes(code) ? 'corrupt' : 'temporarily-unavailable' };
}
