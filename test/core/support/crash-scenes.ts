import { rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Store } from './doubles.ts';
import { handClock, heardLog, noon } from './doubles.ts';
import type { Touch } from './fragile-database.ts';
import type { GraphAnswer } from '../../../src/core/graph/graph.ts';
import { failure } from '../../../src/core/graph/graph.ts';
import { Names } from '../../../src/core/reading/names.ts';
import { type ReadOutcome, Watcher } from '../../../src/core/reading/watcher.ts';
import { openStoreAt } from './model-store.ts';
import { pageOf, ScriptedGraph, wire, wireGone } from './scripted-graph.ts';
import { tellerOf } from './tellers.ts';

/** Something the app does that writes, and what it begins with. */
export interface Scene {
  readonly name: string;
  /** What it begins with. */
  readonly known: readonly object[];
  readonly isLearning?: boolean;
  readonly pages: ReadonlyMap<string, GraphAnswer>;
  readonly work: 'read' | 'learn' | 'first-look' | 'tell';
}

const never = new AbortController().signal;
const minute = 60_000;
const wholeLink = '/drives/d/root/delta?$select';
const latestLink = '/drives/d/root/delta?token=latest';

function folderOf(id: string, parentId = 'root', parts: object = {}): object {
  return wire(id, {
    name: id,
    folder: {},
    file: undefined,
    parentReference: { id: parentId },
    ...parts,
  });
}

function fileOf(id: string, parentId = 'root', parts: object = {}): object {
  return wire(id, { parentReference: { id: parentId }, ...parts });
}

const newer = { createdDateTime: new Date(noon + minute).toISOString() };

function version(id: string, number: number): { readonly eTag: string } {
  return { eTag: `${id},${number}` };
}

const inside = Array.from({ length: 1200 }, (_, number) => `in-${number}`);
const made = Array.from({ length: 1300 }, (_, number) => `new-${number}`);

export const aFew: Scene = {
  name: 'a reading of a few changes',
  known: [
    folderOf('plans'),
    folderOf('old'),
    folderOf('sub', 'old'),
    fileOf('deep', 'sub'),
    fileOf('saved', 'old'),
    fileOf('budget', 'plans'),
    fileOf('notes', 'plans'),
  ],
  pages: new Map([
    [
      'cursor-1',
      pageOf(
        [
          fileOf('made', 'plans', newer),
          folderOf('plans', 'root', { name: 'Plans 2', ...version('plans', 2) }),
        ],
        { next: 'page-2' },
      ),
    ],
    [
      'page-2',
      pageOf(
        [
          fileOf('notes', 'root', version('notes', 2)),
          fileOf('saved', 'plans', version('saved', 2)),
          wireGone('old'),
          wireGone('deep'),
        ],
        { delta: 'cursor-2' },
      ),
    ],
    ['cursor-2', pageOf([], { delta: 'cursor-2' })],
  ]),
  work: 'read',
};

/** Too many for one transaction: what each is told to be must not hang on what was written before. */
export const thousands: Scene = {
  name: 'a reading of 2,500 changes',
  known: [
    folderOf('plans'),
    folderOf('old'),
    fileOf('saved', 'old'),
    fileOf('budget', 'plans'),
    ...inside.map((id) => fileOf(id, 'old')),
  ],
  pages: new Map([
    [
      'cursor-1',
      pageOf(
        [
          ...made.map((id) => fileOf(id, 'plans', newer)),
          folderOf('plans', 'root', { name: 'Plans 2', ...version('plans', 2) }),
          fileOf('saved', 'plans', version('saved', 2)),
          fileOf('budget', 'root', version('budget', 2)),
          wireGone('old'),
        ],
        { delta: 'cursor-2' },
      ),
    ],
    ['cursor-2', pageOf([], { delta: 'cursor-2' })],
  ]),
  work: 'read',
};

/** Enough for the file to grow by many pages. */
export const hundreds: Scene = {
  name: 'a reading of 300 changes',
  known: [folderOf('plans')],
  pages: new Map([
    [
      'cursor-1',
      pageOf(
        made.slice(0, 300).map((id) => fileOf(id, 'plans', newer)),
        { delta: 'cursor-2' },
      ),
    ],
    ['cursor-2', pageOf([], { delta: 'cursor-2' })],
  ]),
  work: 'read',
};

const reseed: Scene = {
  name: 'everything read again',
  known: aFew.known,
  pages: new Map([
    ['cursor-1', failure('gone', null, 'resyncRequired')],
    [
      'whole',
      pageOf(
        [
          folderOf('plans', 'root', { name: 'Plans 2', ...version('plans', 2) }),
          fileOf('made', 'plans', newer),
        ],
        { next: 'page-2' },
      ),
    ],
    [
      'page-2',
      pageOf([fileOf('budget', 'plans'), fileOf('saved', 'plans', version('saved', 2))], {
        delta: 'cursor-2',
      }),
    ],
    ['cursor-2', pageOf([], { delta: 'cursor-2' })],
  ]),
  work: 'read',
};

const names: Scene = {
  name: 'pages of names',
  known: [],
  isLearning: true,
  pages: new Map([
    ['cursor-1', pageOf([fileOf('changed', 'plans')], { delta: 'cursor-2' })],
    ['cursor-2', pageOf([], { delta: 'cursor-2' })],
    ['whole', pageOf([folderOf('plans'), fileOf('changed', 'plans')], { next: 'page-2' })],
    ['page-2', pageOf([fileOf('budget', 'plans')], { delta: 'cursor-9' })],
  ]),
  work: 'learn',
};

const firstLook: Scene = {
  name: 'a first look',
  known: [],
  isLearning: true,
  pages: new Map([
    ['latest', pageOf([folderOf('plans')], { next: 'page-2' })],
    ['page-2', pageOf([fileOf('stray', 'plans')], { delta: 'cursor-2' })],
    ['cursor-2', pageOf([], { delta: 'cursor-2' })],
  ]),
  work: 'first-look',
};

const telling: Scene = { ...aFew, name: 'telling', work: 'tell' };

/** Those that take one transaction, or a few. */
export const scenes: readonly Scene[] = [aFew, reseed, names, firstLook, telling];

/** A run of the app over a file, with what it has shown. */
export class CrashBench {
  readonly #scene: Scene;
  readonly path: string;
  readonly shown: number[] = [];

  constructor(scene: Scene, path: string) {
    this.#scene = scene;
    this.path = path;
  }

  open(touch?: Touch): Store {
    return openStoreAt(this.path, touch);
  }

  /** Makes the file as the scene begins. */
  async prepare(): Promise<void> {
    for (const suffix of ['', '-wal', '-shm']) rmSync(this.path + suffix, { force: true });
    const store = this.open();
    const { known, isLearning = false, work } = this.#scene;
    if (work !== 'first-look') {
      await this.#read(store, new Map([['latest', pageOf(known, { delta: 'cursor-1' })]]));
      if (!isLearning) store.names.save(store.watchId, { state: 'known', link: null });
    }
    if (work === 'tell') await this.#read(store, this.#scene.pages);
    store.database.close();
  }

  /** What the scene is about; as often as it is done it comes to the same. How its reading ended. */
  async work(store: Store): Promise<string> {
    const { pages, work } = this.#scene;
    if (work === 'tell') this.#tell(store);
    const outcome = work === 'tell' ? ({ ok: true } as const) : await this.#read(store, pages);
    if (work === 'learn' && outcome.ok) await this.#learn(store);
    return outcome.ok ? 'ok' : outcome.code;
  }

  async #read(store: Store, pages: ReadonlyMap<string, GraphAnswer>): Promise<ReadOutcome> {
    const graph = graphOf(pages);
    const parts = { driveId: 'd', graph, store, clock: handClock(), log: heardLog() };
    return new Watcher(parts).read({ signal: never });
  }

  async #learn(store: Store): Promise<void> {
    const { pages } = this.#scene;
    const log = heardLog();
    const learning = new Names({
      driveId: 'd',
      graph: graphOf(pages),
      store,
      log,
      read: async () => (await this.#read(store, pages)).ok,
      onChange: () => undefined,
    });
    learning.start();
    for (let turn = 0; turn < 50 && learning.known !== null; turn += 1) await setImmediate();
    learning.stop();
  }

  #tell(store: Store): void {
    const notifier = {
      show: ({ rowIds }: { readonly rowIds?: readonly number[] }) =>
        this.shown.push(...(rowIds ?? [])),
      close: () => undefined,
    };
    tellerOf(store, { notifier: notifier as never, clock: handClock() }).tell();
  }
}

function graphOf(pages: ReadonlyMap<string, GraphAnswer>): ScriptedGraph {
  return new ScriptedGraph(
    (target) => pages.get(linkOf(target)) ?? failure('not-found'),
    handClock(),
  );
}

function linkOf(target: string): string {
  if (target.startsWith(latestLink)) return 'latest';
  return target.startsWith(wholeLink) ? 'whole' : target;
}
