import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../src/core/store/database.ts';
import { ItemMemory } from '../../../src/core/store/item-memory.ts';
import { heardLog, noon, openStore, type Store } from '../support/doubles.ts';
import { asRemembered, file, folder } from '../support/items.ts';

let store: Store;
let memory: ItemMemory;

beforeEach(() => {
  store = openStore();
  ({ memory } = store);
});

function learn(...items: readonly ReturnType<typeof file>[]): void {
  memory.put(items.map(asRemembered), 1);
}

it('gives back all that was put', () => {
  const full = file('a', { shareScope: 'users' });
  const bare = file('b', {
    parentId: null,
    eTag: null,
    content: { hash: null, cTag: null, size: null, modifiedAt: null },
  });
  learn(full, bare);
  expect([memory.get('a'), memory.get('b')]).toEqual([asRemembered(full), asRemembered(bare)]);
  expect(memory.get('c')).toBeNull();
});

it('keeps the last of what was put', () => {
  learn(file('a'), file('a', { name: 'b.txt' }));
  expect([memory.get('a')?.name, memory.count()]).toEqual(['b.txt', 1]);
});

it('is asked for many at once, and gives those that it knows', () => {
  const odd = ['"q"\\', 'é\u{1f600}', 'a\u0000b', '7'];
  learn(...odd.map((id) => file(id)), file('other'));
  new ItemMemory(store.database, 'w-2').put([asRemembered(file('elsewhere'))], 1);
  const found = memory.getAll([...odd, 'unknown', 'elsewhere']).map((item) => item.id);
  expect(new Set(found)).toEqual(new Set(odd));
  expect(memory.getAll(['7'])).toEqual([memory.get('7')]);
  expect(memory.getAll([])).toEqual([]);
});

it('is one for each drive', () => {
  learn(file('a'));
  const other = new ItemMemory(store.database, 'w-2');
  other.bury('a', noon);
  expect([memory.get('a')?.id, other.get('a'), other.count()]).toEqual(['a', null, 0]);
  expect([memory.wasBuried('a'), other.wasBuried('a')]).toEqual([false, true]);
});

describe('what is buried', () => {
  it('is forgotten but for having been there, until it comes back', () => {
    learn(file('a'));
    memory.bury('a', noon);
    expect([memory.get('a'), memory.wasBuried('a')]).toEqual([null, true]);
    learn(file('a'));
    expect([memory.get('a')?.id, memory.wasBuried('a')]).toEqual(['a', false]);
  });

  it('stays so while others come back, here and in other drives', () => {
    const other = new ItemMemory(store.database, 'w-2');
    for (const id of ['a', 'b', 'c']) memory.bury(id, noon);
    other.bury('a', noon);
    learn(file('a'), file('c'));
    expect(['a', 'b', 'c'].map((id) => memory.wasBuried(id))).toEqual([false, true, false]);
    expect(other.wasBuried('a')).toBe(true);
  });

  it('is remembered ten thousand times over, the newest of this drive', () => {
    const other = new ItemMemory(store.database, 'w-2');
    other.bury('elsewhere', 0);
    store.database.exec('BEGIN');
    for (let n = 0; n < 10_002; n += 1) memory.bury(`a${n}`, n);
    store.database.exec('COMMIT');
    memory.pruneTombstones();
    const known = ['a0', 'a1', 'a2', 'a10001'].map((id) => memory.wasBuried(id));
    expect(known).toEqual([false, false, true, true]);
    expect(other.wasBuried('elsewhere')).toBe(true);
  });
});

describe('a place', () => {
  it('names the folders from the root down', () => {
    learn(folder('top'), folder('sub', { parentId: 'top' }));
    expect(memory.place('sub')).toEqual(['top', 'sub']);
    expect([memory.place('root'), memory.place(null)]).toEqual([[], []]);
  });

  it('names what is known where a folder above is not', () => {
    learn(folder('sub', { parentId: 'unknown' }));
    expect(memory.place('sub')).toEqual(['sub']);
  });

  it('ends though folders go round in a circle', () => {
    learn(folder('a', { parentId: 'b' }), folder('b', { parentId: 'a' }));
    expect(memory.place('a').length).toBeGreaterThan(0);
  });
});

describe('the way up', () => {
  it('is a folder and all that it is in', () => {
    learn(folder('top'), folder('sub', { parentId: 'top' }), folder('beside'));
    expect([...memory.wayUp('sub')]).toEqual(['sub', 'top', 'root']);
    expect([memory.isWithin('sub', 'top'), memory.isWithin('sub', 'beside')]).toEqual([
      true,
      false,
    ]);
    expect(memory.wayUp(null).size).toBe(0);
  });

  it('leads through folders that are deleted', () => {
    learn(folder('top'), folder('sub', { parentId: 'top' }));
    for (const id of ['sub', 'top', 'sub']) memory.bury(id, noon);
    expect([...memory.wayUp('sub')]).toEqual(['sub', 'top', 'root']);
  });

  it('ends though folders go round in a circle', () => {
    learn(folder('a', { parentId: 'b' }), folder('b', { parentId: 'a' }));
    expect([...memory.wayUp('a')]).toEqual(['a', 'b']);
  });
});

const byParent = 'SEARCH item USING COVERING INDEX item_by_parent (watch=? AND parent_id=?)';

describe('below a folder', () => {
  it('is everything under it, a folder before what it holds', () => {
    learn(
      file('deep', { parentId: 'sub' }),
      folder('top'),
      folder('sub', { parentId: 'top' }),
      file('a', { parentId: 'top' }),
      file('other'),
    );
    const below = memory.below('top');
    expect([...below].toSorted((one, two) => one.localeCompare(two))).toEqual(['a', 'deep', 'sub']);
    expect(below.indexOf('sub')).toBeLessThan(below.indexOf('deep'));
  });

  it('is nothing where there is nothing', () => {
    expect(memory.below('top')).toEqual([]);
  });

  it('ends though folders go round in a circle', () => {
    learn(folder('a', { parentId: 'b' }), folder('b', { parentId: 'a' }));
    expect(memory.below('a')).toHaveLength(2);
  });

  it('is looked up folder by folder', () => {
    const { database } = openDatabase(':memory:', noon, heardLog());
    const prepare = vi.spyOn(database, 'prepare');
    expect(new ItemMemory(database, 'w-1').below('top')).toEqual([]);
    const sql = prepare.mock.calls.map(([sql]) => sql).find((sql) => sql.includes('RECURSIVE'));
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all({ watch: 1, top: 'top' });
    const ofItems = plan
      .map((step) => String(step['detail']))
      .filter((step) => / item /.test(step));
    expect(ofItems).toEqual([byParent, byParent]);
  });

  it('is not what another drive has there', () => {
    new ItemMemory(store.database, 'w-2').put([asRemembered(file('a', { parentId: 'top' }))], 1);
    learn(folder('top'));
    expect(memory.below('top')).toEqual([]);
  });
});

it('knows what a whole reading did not meet', () => {
  learn(file('a'), file('b'));
  memory.put([asRemembered(file('a'))], 2);
  expect(memory.notSeenSince(2).map((item) => item.id)).toEqual(['b']);
});
