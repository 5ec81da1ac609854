import { copyFile, readFile, rename } from 'node:fs/promises';
import { writeFile } from 'atomically';
import { safeStorage } from 'electron';
import { z } from 'zod';
import { describe } from '../core/describe.ts';
import type { Log, SecretFile, SecretLoad } from '../core/ports.ts';
import { sweepLeftovers } from './leftovers.ts';

const envelope = z.object({ v: z.literal(1), backend: z.string(), data: z.base64() });

/** Chromium's mark for text encrypted with a key that everyone knows. */
const weakMark = 'v10';

/** A file encrypted with the system's key store; on Linux without one, nothing is written. */
export class SafeStorageFile implements SecretFile {
  readonly #path: string;
  readonly #copyPath: string;
  readonly #log: Log;
  readonly #isLinux: boolean;

  constructor(path: string, platform: NodeJS.Platform, log: Log) {
    this.#path = path;
    this.#copyPath = `${path}.copy`;
    this.#isLinux = platform === 'linux';
    this.#log = log;
  }

  /** A damaged file is put aside, and the copy of the last save takes its place. */
  async load(): Promise<SecretLoad> {
    sweepLeftovers(this.#path);
    const found = await this.#loadFrom(this.#path);
    if (found.ok || found.code !== 'corrupt') return found;
    this.#log.warn('secret-set-aside');
    await rename(this.#path, `${this.#path}.corrupt-${Date.now()}`).catch(() => undefined);
    const copy = await this.#loadFrom(this.#copyPath);
    if (!copy.ok) return found;
    await copyFile(this.#copyPath, this.#path).catch(() => undefined);
    return copy;
  }

  async #loadFrom(path: string): Promise<SecretLoad> {
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text === null) return { ok: false, code: 'absent' };
    const parsed = envelope.safeParse(parseJson(text));
    if (!parsed.success) return { ok: false, code: 'corrupt' };
    if (parsed.data.backend !== this.#backend()) return { ok: false, code: 'backend-changed' };
    return this.#decrypt(Buffer.from(parsed.data.data, 'base64'));
  }

  async save(text: string): Promise<'saved' | 'memory-only' | 'failed'> {
    try {
      if (!(await safeStorage.isAsyncEncryptionAvailable()) || this.#isWeak()) return 'memory-only';
      const data = await safeStorage.encryptStringAsync(text);
      if (this.#isLinux && data.subarray(0, weakMark.length).toString('latin1') === weakMark) {
        return 'memory-only';
      }
      const content = { v: 1, backend: this.#backend(), data: data.toString('base64') };
      await writeFile(this.#path, JSON.stringify(content), { mode: 0o600 });
      await copyFile(this.#path, this.#copyPath).catch(() => undefined);
      return 'saved';
    } catch (thrown) {
      this.#log.warn('secret-not-saved', { why: describe(thrown) });
      return 'failed';
    }
  }

  async #decrypt(data: Buffer): Promise<SecretLoad> {
    try {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(data);
      if (shouldReEncrypt) await this.save(result);
      return { ok: true, text: result };
    } catch (thrown) {
      const isForNow = thrown instanceof Error && thrown.message.endsWith('Please try again.');
      return { ok: false, code: isForNow ? 'temporarily-unavailable' : 'corrupt' };
    }
  }

  #isWeak(): boolean {
    return this.#isLinux && ['basic_text', 'unknown'].includes(this.#backend());
  }

  #backend(): string {
    return this.#isLinux ? safeStorage.getSelectedStorageBackend() : 'system';
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
