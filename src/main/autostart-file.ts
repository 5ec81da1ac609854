import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeFileSync } from 'atomically';
import { autostartEntry, entryStarts } from '../core/desktop/autostart.ts';
import { describe } from '../core/describe.ts';
import { type LoginItem, settled } from '../core/desktop/login-item.ts';
import type { Log } from '../core/ports.ts';
import type { Outcome } from '../shared/ipc.ts';
import type { LoginItemState } from '../shared/login-item.ts';

/** Linux: a desktop entry of our own in the session's autostart folder. */
export class AutostartFile implements LoginItem {
  readonly #path: string;
  readonly #program: string;
  readonly #log: Log;

  constructor(path: string, program: string, log: Log) {
    this.#path = path;
    this.#program = program;
    this.#log = log;
  }

  state(): LoginItemState {
    try {
      return entryStarts(readFileSync(this.#path, 'utf8'), this.#program) ? 'on' : 'off';
    } catch {
      return 'off';
    }
  }

  set(wanted: boolean): Outcome<void> {
    try {
      if (wanted) this.#write();
      else rmSync(this.#path, { force: true });
    } catch (thrown) {
      this.#log.warn('autostart-not-set', { why: describe(thrown) });
    }
    return settled(wanted, this.state());
  }

  #write(): void {
    mkdirSync(dirname(this.#path), { recursive: true });
    writeFileSync(this.#path, autostartEntry(this.#program));
  }
}
