import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import ElectronStore from 'electron-store';
import type { ConfigFile, Log } from '../core/ports.ts';

const filename = 'config.json';

/**
 * config.json. A file that is no JSON is put aside before electron-store meets it, which would
 * throw or wipe it, and the copy kept at the last save takes its place.
 */
export class StoredConfig implements ConfigFile {
  readonly #path: string;
  readonly #previousPath: string;
  readonly #log: Log;
  readonly #dir: string;
  #store: ElectronStore | null = null;
  /** The file was damaged; the user is to be told. */
  wasDamaged = false;

  constructor(userDataDir: string, log: Log) {
    this.#dir = userDataDir;
    this.#path = join(userDataDir, filename);
    this.#previousPath = `${this.#path}.previous`;
    this.#log = log;
  }

  load(): unknown {
    this.#sweep();
    if (existsSync(this.#path) && !isObjectFile(this.#path)) {
      this.wasDamaged = true;
      this.setAside();
      if (isObjectFile(this.#previousPath)) copyFileSync(this.#previousPath, this.#path);
    }
    this.#store = this.#open();
    return this.#store.store;
  }

  save(value: object): void {
    this.#store ??= this.#open();
    if (existsSync(this.#path)) copyFileSync(this.#path, this.#previousPath);
    this.#store.store = { ...value };
  }

  setAside(): void {
    this.#log.warn('config-file-set-aside');
    this.#store = null;
    if (existsSync(this.#path)) renameSync(this.#path, `${this.#path}.corrupt-${Date.now()}`);
  }

  #open(): ElectronStore {
    return new ElectronStore({
      name: 'config',
      cwd: this.#dir,
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false,
    });
  }

  // A write that was killed leaves its temporary file for ever.
  #sweep(): void {
    if (!existsSync(this.#dir)) return;
    for (const name of readdirSync(this.#dir)) {
      if (name.startsWith(`${filename}.tmp-`)) rmSync(join(this.#dir, name), { force: true });
    }
  }
}

function isObjectFile(path: string): boolean {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
