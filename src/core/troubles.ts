import type { TokenStorage, Trouble } from '../shared/snapshot.ts';
import type { SecretSave } from './ports.ts';
import type { Found } from './sign-in/vault.ts';

const storages = {
  saved: 'safe',
  'saved-weakly': 'weak',
  'memory-only': 'memory',
} as const satisfies Record<Exclude<SecretSave, 'failed'>, TokenStorage>;

/** What does not work on this computer, for as long as it does not. */
export class Troubles {
  readonly #holding = new Set<Trouble>();
  readonly #onChange: () => void;
  #tokenStorage: TokenStorage = 'safe';

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get all(): readonly Trouble[] {
    return [...this.#holding];
  }

  get tokenStorage(): TokenStorage {
    return this.#tokenStorage;
  }

  set(trouble: Trouble, holds: boolean): void {
    if (this.#holding.has(trouble) === holds) return;
    if (holds) this.#holding.add(trouble);
    else this.#holding.delete(trouble);
    this.#onChange();
  }

  tokensFound(found: Found): void {
    this.set('tokens-restored', found === 'restored');
    this.set('tokens-lost', found === 'lost');
    this.set('tokens-key-changed', found === 'key-changed');
  }

  tokensSaved(how: SecretSave): void {
    this.set('tokens-not-saved', how === 'failed');
    this.set('tokens-weak-storage', how === 'memory-only');
    if (how === 'failed' || storages[how] === this.#tokenStorage) return;
    this.#tokenStorage = storages[how];
    this.#onChange();
  }

  /** Somebody has signed in again: what was lost is replaced. */
  signedIn(): void {
    this.set('tokens-lost', false);
    this.set('tokens-key-changed', false);
  }
}
