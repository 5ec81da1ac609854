import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../../src/core/ports.ts';
import { Names } from '../../../src/core/reading/names.ts';
import { commitFirst } from '../../../src/core/store/commit.ts';
import { parseDriveItem } from '../../../src/core/graph/drive-item.ts';
import { type ReadOutcome, Watcher } from '../../../src/core/reading/watcher.ts';
import { type HeardLog, heardLog, noon, type Store } from './doubles.ts';
import { Chance } from './model-chance.ts';
import { type Doing, ModelDrive, type ModelItem } from './model-drive.ts';
import { type FeedFault, ModelFeed } from './model-feed.ts';
import { Ledger } from './model-ledger.ts';
import type { Manners } from './model-runs.ts';
import { openStoreAt, TemporaryFolder } from './model-store.ts';
import { type ContentKey, wireItem } from './model-wire.ts';

export interface ModelSize {
  readonly seed: number;
  /** All names are known before anything happens. */
  readonly isKnown: boolean;
  /** Drives of more items are known by their folders alone. */
  readonly mostNames: number;
  readonly contentKey: ContentKey;
  /** How far Microsoft's clock is ahead of this computer's. */
  readonly aheadMs: number;
  readonly manners: Manners;
  readonly isFile: boolean;
}

export interface Reading {
  readonly lagSeconds: number;
  readonly faults: readonly { readonly at: number; readonly fault: FeedFault }[];
  /** What is done meanwhile, before one request each. */
  readonly during: readonly (Doing | null)[];
  readonly breaking: Breaking | null;
}

/** The n-th write fails; `dies`: as do all others, until the database is opened again. */
export interface Breaking {
  readonly write: number;
  readonly how: 'fails' | 'dies' | 'dies-after';
}

const never = new AbortController().signal;
const calm: Reading = { lagSeconds: 0, faults: [], during: [], breaking: null };

/** A model drive, watched. Needs `end`. */
export class ModelWorld {
  readonly drive = new ModelDrive(noon);
  readonly feed: ModelFeed;
  readonly log: HeardLog = heardLog();
  readonly clock: Clock;
  readonly #size: ModelSize;
  readonly #folder: TemporaryFolder | null;
  #store: Store;
  #ledger: Ledger;
  #during: readonly (Doing | null)[] = [];
  #breaking: Breaking | null = null;
  #writes = 0;
  #isDead = false;
  #failed = 0;
  readonly #wrongs: unknown[] = [];

  constructor(size: ModelSize) {
    const { aheadMs, seed, isFile } = size;
    this.#size = size;
    this.clock = { now: () => this.drive.now - aheadMs };
    this.feed = new ModelFeed({
      ...size,
      drive: this.drive,
      chance: new Chance(seed),
      clock: this.clock,
      onRequest: () => this.#requested(),
    });
    this.feed.aheadMs = aheadMs;
    this.#folder = isFile ? new TemporaryFolder() : null;
    this.#store = this.#open();
    this.#ledger = this.#newLedger(null);
  }

  end(): void {
    this.#store.database.close();
    this.#folder?.[Symbol.dispose]();
  }

  get ledger(): Ledger {
    return this.#ledger;
  }

  /** Fills the drive and begins to watch it. */
  async begin(doings: readonly Doing[]): Promise<void> {
    for (const doing of doings) this.drive.do(doing);
    this.drive.emptyBin();
    // What was there before was there for a while.
    this.drive.now += 10 * 60_000;
    await this.#read();
    if (this.#size.isKnown) this.#learnAll();
    this.#ledger.begin();
  }

  /** It has been watched before: all is remembered. */
  #learnAll(): void {
    const state = this.#store.states.load(this.#store.watchId);
    const wired = (item: ModelItem) => parseDriveItem(wireItem(item, this.#size.contentKey));
    const items = [...this.drive.state.values()].map((i) => wired(i)).filter((i) => i !== null);
    commitFirst({ ...this.#store, now: this.clock.now() }, items, state);
    this.#store.names.save(this.#store.watchId, { state: 'known', link: null });
  }

  async read({ lagSeconds, faults, during, breaking }: Reading = calm): Promise<void> {
    this.#set({ lagSeconds, faults, during });
    this.#breaking = breaking;
    this.#writes = 0;
    await this.#read();
    this.#breaking = null;
    if (this.#isDead) this.restart();
  }

  /** Learns names, for as many pages. */
  async learn(pages: number, { lagSeconds, faults, during }: Reading = calm): Promise<void> {
    this.#set({ lagSeconds, faults, during });
    this.feed.namesLeft = pages;
    const { log } = this;
    const names = new Names({
      driveId: 'd',
      graph: this.feed,
      store: this.#store,
      log,
      most: this.#size.mostNames,
      read: () => this.#readFirst(),
      onChange: () => undefined,
    });
    const failures = (): number =>
      log.events.filter((one) => one === 'names-not-read').length + this.#failed;
    const before = failures();
    names.start();
    while (names.known !== null && failures() === before && this.#wrongs.length === 0)
      await setImmediate();
    await setImmediate();
    names.stop();
    await setImmediate();
    this.#check('learned');
    this.#expectRight();
  }

  /** What learning asks for: nothing of the test's may break it. */
  async #readFirst(): Promise<boolean> {
    try {
      return (await this.#read()).ok;
    } catch (thrown) {
      this.#wrongs.push(thrown);
      return false;
    }
  }

  #check(when: string): void {
    try {
      this.#ledger.check(when);
    } catch (thrown) {
      this.#wrongs.push(thrown);
    }
  }

  #expectRight(): void {
    const [first] = this.#wrongs;
    if (first !== undefined) throw first;
  }

  /** Somebody wants them after all. */
  wantNames(): void {
    const { names, watchId } = this.#store;
    const { state, link } = names.load(watchId);
    if (state === 'stopped') names.save(watchId, { state: 'learning', link });
  }

  restart(): void {
    if (!this.#folder) return;
    this.#store.database.close();
    this.#isDead = false;
    this.#store = this.#open();
    this.#ledger = this.#newLedger(this.#ledger);
    this.#check('restarted');
    this.#expectRight();
  }

  async #read(): Promise<ReadOutcome> {
    const watcher = new Watcher({
      driveId: 'd',
      graph: this.feed,
      store: this.#store,
      clock: this.clock,
      log: this.log,
    });
    const outcome = await watcher.read({ signal: never });
    if (!outcome.ok) this.#failed += 1;
    this.#check('read');
    this.#expectRight();
    return outcome;
  }

  #set({ lagSeconds, faults, during }: Omit<Reading, 'breaking'>): void {
    this.feed.lagMs = lagSeconds * 1000;
    this.feed.faults = new Map(faults.map(({ at, fault }) => [at, fault]));
    this.#during = during;
  }

  #requested(): void {
    this.#check('asked');
    const [doing, ...rest] = this.#during;
    this.#during = rest;
    if (doing) this.drive.do(doing);
  }

  #open(): Store {
    const path = this.#folder ? join(this.#folder.path, 'drivebell.db') : ':memory:';
    return openStoreAt(path, {
      before: () => this.#writing(),
      after: () => this.#written(),
    });
  }

  #newLedger(earlier: Ledger | null): Ledger {
    const { contentKey, mostNames } = this.#size;
    const { drive, feed, clock } = this;
    return new Ledger({ store: this.#store, drive, feed, clock, contentKey, mostNames }, earlier);
  }

  #writing(): void {
    if (this.#isDead) throw new Error('The process is dead.');
    if (!this.#breaking) return;
    this.#writes += 1;
    const { write, how } = this.#breaking;
    if (this.#writes !== write || how === 'dies-after') return;
    this.#isDead = how === 'dies';
    throw new Error('Broken here.');
  }

  #written(): void {
    if (this.#breaking?.how !== 'dies-after' || this.#writes !== this.#breaking.write) return;
    this.#isDead = true;
    throw new Error('Broken after this.');
  }

  expectAllTold(): void {
    this.#check('end');
    this.#expectRight();
    const untold = this.#ledger.untold();
    if (untold.length > 0) throw new Error(`Not told: ${untold.join()}\n${this.log.text()}`);
  }
}
