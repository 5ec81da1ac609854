/* oxlint-disable vitest/valid-expect -- The second argument says which point it was. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { afterEachKill, kept, undisturbed } from '../support/crash-images.ts';
import { aFew, CrashBench, hundreds, type Scene, scenes } from '../support/crash-scenes.ts';
import { TemporaryFolder } from '../support/model-store.ts';

let folder: TemporaryFolder;

beforeEach(() => {
  folder = new TemporaryFolder();
});

afterEach(() => {
  folder[Symbol.dispose]();
});

function benchOf(scene: Scene): CrashBench {
  return new CrashBench(scene, join(folder.path, 'drivebell.db'));
}

describe.each(scenes)('$name, killed before any write', (scene) => {
  it('comes to the same as where nothing has happened', async () => {
    const expected = await undisturbed(scene, folder.path);
    const left = await afterEachKill(scene, folder.path);
    expect(left.length).toBeGreaterThan(1);
    for (const [point, all] of left.entries()) expect(all, `point ${point}`).toEqual(expected);
  });
});

/** The n-th write fails, once. How many there were. */
async function failingAt(scene: Scene, failing: number): Promise<object | null> {
  const bench = benchOf(scene);
  await bench.prepare();
  let writes = Number.NEGATIVE_INFINITY;
  const store = bench.open({
    before: () => {
      writes += 1;
      if (writes === failing) throw new Error('disk full');
    },
  });
  writes = 0;
  try {
    await bench.work(store);
  } catch {
    // Whoever tells does not catch.
  }
  if (writes < failing) {
    store.database.close();
    return null;
  }
  await bench.work(store);
  await bench.work(store);
  const all = kept(store);
  store.database.close();
  return all;
}

// Learning has its own way to end where its page cannot be written.
const short = scenes.filter(({ name }) => !name.includes('names'));

describe.each(short)('$name, any one write failing', (scene) => {
  it('comes to the same as where nothing has happened', async () => {
    const expected = await undisturbed(scene, folder.path);
    let failing = 1;
    for (;;) {
      const all = await failingAt(scene, failing);
      if (all === null) break;
      expect(all, `write ${failing}`).toEqual(expected);
      failing += 1;
    }
    expect(failing).toBeGreaterThan(1);
  });
});

it.each([1, 3, 9, 16])(
  'a process killed with SIGKILL before write %i leaves nothing lost or doubled',
  async (point) => {
    const expected = await undisturbed(aFew, folder.path);
    const bench = benchOf(aFew);
    await bench.prepare();
    const child = fileURLToPath(new URL('../support/crash-child.ts', import.meta.url));
    const { status } = spawnSync(process.execPath, [child, aFew.name, bench.path, `${point}`]);
    expect(status).not.toBe(0);
    expect(existsSync(`${bench.path}-wal`)).toBe(true);
    const store = bench.open();
    await bench.work(store);
    expect(kept(store)).toEqual(expected);
    store.database.close();
  },
);

/** Reads with only so many pages to write on; then there is room again. */
async function withRoomFor(scene: Scene, pages: number): Promise<readonly [string, object]> {
  const bench = benchOf(scene);
  await bench.prepare();
  const store = bench.open();
  const used = Number(store.database.prepare('PRAGMA page_count').get()?.['page_count']);
  store.database.exec(`PRAGMA max_page_count = ${used + pages}`);
  const code = await bench.work(store);
  store.database.exec('PRAGMA max_page_count = 1000000');
  await bench.work(store);
  await bench.work(store);
  const all = kept(store);
  store.database.close();
  return [code, all];
}

it('a full disk has a code at any page that cannot be had; it goes on when there is room', async () => {
  const expected = await undisturbed(hundreds, folder.path);
  const codes: string[] = [];
  while (codes.at(-1) !== 'ok') {
    const [code, all] = await withRoomFor(hundreds, codes.length);
    expect(all, `${codes.length} pages`).toEqual(expected);
    codes.push(code);
  }
  expect(codes.length).toBeGreaterThan(5);
  expect(new Set(codes.slice(0, -1))).toEqual(new Set(['storage-failed']));
}, 120_000);
