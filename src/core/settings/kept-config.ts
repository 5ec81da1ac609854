import type { Outcome } from '../../shared/ipc.ts';
import { describe } from '../describe.ts';
import { done } from '../outcome.ts';
import type { ConfigFile, Log } from '../ports.ts';
import {
  type Account,
  type Config,
  emptyConfig,
  type ParsedConfig,
  parseConfig,
  type WatchedDrive,
} from './settings.ts';

export type ConfigPatch = Partial<Omit<Config, 'version'>>;

/** Changes the configuration and lets everything follow it. */
export type Configure = (patch: ConfigPatch) => Outcome<void>;

/** The file was written by a later Drivebell: starting over it would cost the person what they have set up. */
export class ConfigNewer extends Error {
  override readonly name = 'ConfigNewer';
}

/** The configuration in memory, written through to its file. */
export class KeptConfig {
  readonly #file: ConfigFile;
  readonly #log: Log;
  #value: Config;
  /** What the file held could not be used and was put aside. */
  readonly wasSetAside: boolean;
  /** Entries that cannot be meant were left out. */
  readonly isPart: boolean;
  /** Nothing is written before what was left out is kept elsewhere. */
  #isToKeep: boolean;
  /** There was no copy to go on with either. */
  readonly isLost: boolean = false;
  /** The file said what is watched, all of it. */
  readonly wasRead: boolean;

  /** Throws `ConfigNewer`, and has then changed nothing that a later Drivebell has written. */
  constructor(file: ConfigFile, log: Log) {
    this.#file = file;
    this.#log = log;
    const parsed = parseConfig(file.load());
    refuseNewer(parsed);
    this.isPart = parsed.ok && parsed.isPart;
    this.#isToKeep = this.isPart;
    this.wasRead = parsed.ok && !parsed.isPart;
    this.wasSetAside = !parsed.ok && parsed.code !== 'empty';
    this.#value = parsed.ok ? parsed.config : emptyConfig;
    if (this.isPart) {
      log.warn('config-entries-left-out');
      // As below.
      this.change({});
    }
    if (parsed.ok || parsed.code === 'empty') return;
    log.warn('config-set-aside', { why: parsed.code });
    const previous = parseConfig(file.setAside());
    refuseNewer(previous);
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
  change(patch: ConfigPatch): Outcome<void> {
    const next = { ...this.#value, ...patch };
    try {
      if (this.#isToKeep) this.#file.keepCopy();
      this.#isToKeep = false;
      this.#file.save(next);
    } catch (thrown) {
      this.#log.warn('config-not-saved', { why: describe(thrown) });
      return { ok: false, code: 'storage-failed' };
    }
    this.#value = next;
    return done;
  }
}

function refuseNewer(parsed: ParsedConfig): void {
  if (!parsed.ok && parsed.code === 'newer') throw new ConfigNewer();
}
