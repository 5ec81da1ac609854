import { safeStorage } from 'electron';
import { formatEnvelope, isWeakEnvelope, parseEnvelope } from './envelope.ts';

export interface Whole {
  readonly code: 'ok';
  readonly text: string;
  readonly envelope: string;
  /** There is a newer or a better key. */
  readonly wantsSealing: boolean;
}

/** Not damaged, but its key is not the current one. */
export interface Foreign {
  readonly code: 'backend-changed';
  readonly backend: string;
  readonly isWeak: boolean;
}

export type Opened =
  | Whole
  | Foreign
  | { readonly code: 'corrupt' }
  | { readonly code: 'temporarily-unavailable' };

/** The system's key store: seals texts into envelopes, and opens them. */
export class KeyStore {
  readonly #isLinux: boolean;

  constructor(platform: NodeJS.Platform) {
    this.#isLinux = platform === 'linux';
  }

  /** The others have one key store, and it has no name. */
  get backend(): string {
    return this.#isLinux ? safeStorage.getSelectedStorageBackend() : 'system';
  }

  get isWeak(): boolean {
    return this.#isLinux && ['basic_text', 'unknown'].includes(this.backend);
  }

  /** Whether anyone who has this envelope can open it. */
  isWeaklySealed(envelope: string): boolean {
    return this.#isLinux && isWeakEnvelope(envelope);
  }

  /** Null: this system has no key at all. */
  async seal(text: string): Promise<string | null> {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return null;
    const data = await safeStorage.encryptStringAsync(text);
    return formatEnvelope({ backend: this.backend, data });
  }

  async open(envelope: string): Promise<Opened> {
    const sealed = parseEnvelope(envelope);
    if (!sealed) return { code: 'corrupt' };
    const { backend, data } = sealed;
    const isWeak = this.isWeaklySealed(envelope);
    if (backend !== this.backend && !isWeak) return { code: 'backend-changed', backend, isWeak };
    try {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(data);
      const wantsSealing = shouldReEncrypt || (isWeak && !this.isWeak);
      return { code: 'ok', text: result, envelope, wantsSealing };
    } catch (thrown) {
      const isForNow = thrown instanceof Error && thrown.message.endsWith('Please try again.');
      if (isForNow) return { code: 'temporarily-unavailable' };
      // The envelope is whole, so its key is another: a key ring made anew, or one that is not open.
      return { code: 'backend-changed', backend, isWeak };
    }
  }
}
