import { globalShortcut } from 'electron';
import type { Log, Shortcut } from '../core/ports.ts';

/** Watched for by the system, whatever has the focus. */
export class SystemShortcut implements Shortcut {
  readonly #onPressed: () => void;
  readonly #log: Log;
  #keys: string | null = null;

  constructor(onPressed: () => void, log: Log) {
    this.#onPressed = onPressed;
    this.#log = log;
  }

  set(keys: string | null): boolean {
    if (keys === this.#keys) return true;
    if (keys !== null && !this.#register(keys)) return false;
    if (this.#keys !== null) globalShortcut.unregister(this.#keys);
    this.#keys = keys;
    return true;
  }

  #register(keys: string): boolean {
    try {
      // A desktop that keeps shortcuts itself may go on telling of one that was given up.
      return globalShortcut.register(keys, () => this.#keys === keys && this.#onPressed());
    } catch {
      this.#log.warn('shortcut-not-understood');
      return false;
    }
  }
}
