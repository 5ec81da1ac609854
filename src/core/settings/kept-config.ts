import type { Outcome } from '../../shared/ipc.ts';
import { describe } from '../describe.ts';
import type { ConfigFile, Log } from '../ports.ts';
import {
  type Account,
  type Config,
  emptyConfig,
  parseConfig,
  type WatchedDrive,
} from './settings.ts';

/** The configuration in memory, written through to its file. */
export class KeptConfig {
  readonly #file: ConfigFile;
  readonly #log: Log;
  #value: Config;
  /** What the file held could not be used and was put aside. */
  readonly wasSetAside: boolean;
  /** There was no copy to go on with either. */
  readonly isLost: boolean = false;
  /** The file said what is watched. */
  readonly wasRead: boolean;

  constructor(file: ConfigFile, log: Log) {
    this.#file = file;
    this.#log = log;
    const parsed = parseConfig(file.load());
    this.wasRead = parsed.ok;
    this.wasSetAside = !parsed.ok && parsed.code !== 'empty';
    this.#value = parsed.ok ? parsed.config : emptyConfig;
    if (parsed.ok || parsed.code === 'empty') return;
    log.warn('config-set-aside', { why: parsed.code });
    const previous = parseConfig(file.setAside());
    this.isLost = !previous.ok;
    if (!previous.ok) return;
    this.#value = previous.config;
    // A full disk leaves it to the next save; until then the copy is found again.
    this.change({});
  }

  get value(): Config {
    return this.#value;
  }

  drive(watchId: string): WatchedDrive | undefined {
    return this.#value.drives.find((one) => one.watchId === watchId);
  }

  account(accountId: string | null): Account | undefined {
    return this.#value.accounts.find((one) => one.accountId === accountId);
  }

  /** Nothing changes when the file cannot be written. */
  change(patch: Partial<Omit<Config, 'version'>>): Outcome<void> {
    const next = { ...this.#value, ...patch };
    try {
      this.#file.save(next);
    } catch (thrown) {
      this.#log.warn('config-not-saved', { why: describe(thrown) });
      return { ok: false, code: 'storage-failed' };
    }
    this.#value = next;
    return { ok: true, value: undefined };
  }
}
