import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import ElectronStore from 'electron-store';
import type { ConfigFile, Log } from '../core/ports.ts';
import { sweepLeftovers } from './leftovers.ts';

const filename = 'config.json';

/**
 * config.json. A file that is no JSON never meets electron-store, which would throw or wipe it: it
 * loads as null, to be set aside for the copy that was kept at the last save.
 */
export class StoredConfig implements ConfigFile {
  readonly #path: string;
  readonly #copyPath: string;
  readonly #log: Log;
  readonly #dir: string;
  #store: ElectronStore | null = null;

  constructor(userDataDir: string, log: Log) {
    this.#dir = userDataDir;
    this.#path = join(userDataDir, filename);
    this.#copyPath = `${this.#path}.copy`;
    this.#log = log;
  }

  load(): unknown {
    sweepLeftovers(this.#path);
    if (existsSync(this.#path)) return readObject(this.#path);
    // Put aside by an earlier start that did not come to write it anew.
    return existsSync(this.#copyPath) ? null : undefined;
  }

  save(value: object): void {
    this.#store ??= this.#open();
    this.#store.store = { ...value };
    try {
      copyFileSync(this.#path, this.#copyPath);
    } catch {
      this.#log.warn('config-not-copied');
    }
  }

  keepCopy(): void {
    copyFileSync(this.#path, `${this.#path}.corrupt-${Date.now()}`);
  }

  setAside(): unknown {
    this.#log.warn('config-file-set-aside');
    this.#store = null;
    const copy = existsSync(this.#copyPath) ? readObject(this.#copyPath) : undefined;
    if (existsSync(this.#path)) renameSync(this.#path, `${this.#path}.corrupt-${Date.now()}`);
    return copy;
  }

  #open(): ElectronStore {
    return new ElectronStore({
      name: 'config',
      cwd: this.#dir,
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false,
    });
  }
}

function readObject(path: string): object | null {
  // A file that cannot be read at all is not damaged: that is for the caller to hear.
  const text = readFileSync(path, 'utf8');
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
