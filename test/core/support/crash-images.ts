import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CrashBench, type Scene } from './crash-scenes.ts';
import type { Store } from './doubles.ts';
import { toldSince } from './model-store.ts';

/** All that is kept, in one order. */
export function kept(store: Store): object {
  const rows = toldSince(store, 0).map(({ told, isTold }) => ({ ...told, isTold }));
  const items = store.memory.notSeenSince(Number.MAX_SAFE_INTEGER);
  const byId = (one: { readonly id: string }, other: { readonly id: string }): number =>
    one.id < other.id ? -1 : 1;
  const { phase, cursor, readAt } = store.states.load(store.watchId);
  return {
    told: rows.toSorted((one, other) => (one.itemId < other.itemId ? -1 : 1)),
    outbox: store.activity.untold().length,
    items: items.toSorted(byId),
    state: { phase, cursor, readAt },
    names: store.names.load(store.watchId),
  };
}

/** What is kept where nothing goes wrong. */
export async function undisturbed(scene: Scene, folder: string): Promise<object> {
  const bench = new CrashBench(scene, join(folder, 'undisturbed.db'));
  await bench.prepare();
  const store = bench.open();
  await bench.work(store);
  await bench.work(store);
  const all = kept(store);
  store.database.close();
  return all;
}

/** The files as a killed process would leave them before each write, and after each commit. */
async function images(scene: Scene, folder: string): Promise<readonly string[]> {
  const bench = new CrashBench(scene, join(folder, 'drivebell.db'));
  await bench.prepare();
  const found: string[] = [];
  let last = '';
  const take = (): void => {
    const state = ['', '-wal'].map((suffix) => stateOf(bench.path + suffix)).join(' ');
    // Nothing has come to the disk since.
    if (state === last) return;
    last = state;
    const image = join(folder, `image-${found.length}.db`);
    for (const suffix of ['', '-wal'])
      if (existsSync(bench.path + suffix)) copyFileSync(bench.path + suffix, image + suffix);
    found.push(image);
  };
  const store = bench.open({ before: take, after: take });
  await bench.work(store);
  store.database.close();
  return found;
}

function stateOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stat ? `${stat.size} ${stat.mtimeNs}` : '';
}

/** What is kept when the app has started again, for each point that it could have been killed at. */
export async function afterEachKill(scene: Scene, folder: string): Promise<readonly object[]> {
  const all: object[] = [];
  for (const image of await images(scene, folder)) {
    const bench = new CrashBench(scene, image);
    const store = bench.open();
    await bench.work(store);
    await bench.work(store);
    all.push(kept(store));
    store.database.close();
    rmSync(image);
  }
  return all;
}
