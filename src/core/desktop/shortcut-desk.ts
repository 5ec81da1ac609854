import type { Outcome } from '../../shared/ipc.ts';
import { isAccelerator } from './accelerator.ts';
import type { Configure, KeptConfig } from '../settings/kept-config.ts';
import type { Shortcut } from '../ports.ts';

export interface ShortcutDeskParts {
  readonly shortcut: Shortcut;
  readonly config: Pick<KeptConfig, 'value'>;
  readonly configure: Configure;
  /** Whether the shortcut there is cannot be had. */
  readonly onTaken: (isTaken: boolean) => void;
}

/** The keys that bring the window from anywhere. */
export class ShortcutDesk {
  readonly #parts: ShortcutDeskParts;

  constructor(parts: ShortcutDeskParts) {
    this.#parts = parts;
  }

  /** Another program may have taken it meanwhile. */
  start(): void {
    const { shortcut, config, onTaken } = this.#parts;
    const { shortcut: keys } = config.value;
    if (keys !== null) onTaken(!shortcut.set(keys));
  }

  /** Null: none. What cannot be had, or kept, leaves the one there was. */
  set(keys: string | null): Outcome<void> {
    const { shortcut, config, configure, onTaken } = this.#parts;
    const before = config.value.shortcut;
    if (keys !== null && !isAccelerator(keys)) return { ok: false, code: 'shortcut-unusable' };
    if (!shortcut.set(keys)) return { ok: false, code: 'shortcut-taken' };
    const saved = configure({ shortcut: keys });
    if (saved.ok) onTaken(false);
    else shortcut.set(before);
    return saved;
  }
}
