import { beforeEach, expect, it } from 'vitest';
import type { Change } from '../../../src/core/reading/classify.ts';
import { commitRemarks, remarksSince } from '../../../src/core/store/remarks.ts';
import { change, noon, openStore, said, type Store } from '../support/doubles.ts';

let store: Store;

beforeEach(() => {
  store = openStore();
});

function remark(version: number, parts: Partial<Change> = {}): Change {
  return change({ itemId: 'file', kinds: ['commented'], version, ...parts });
}

it('writes what was not written, and how far the feed is told', () => {
  expect(remarksSince(store)).toBeNull();
  expect(commitRemarks(store, [remark(1)], noon)).toMatchObject([
    { kinds: ['commented'], name: 'Budget.xlsx', read: false },
  ]);
  const met = [remark(1), remark(2, { kinds: ['mentioned'] }), remark(2)];
  expect(said(commitRemarks(store, met, noon + 1))).toEqual(['mentioned Budget.xlsx']);
  expect(remarksSince(store)).toBe(noon + 1);
  expect(store.activity.untold()).toHaveLength(2);
});

it('another watch of the same drive tells none of it again, however late', () => {
  commitRemarks(store, [remark(1)], noon);
  const other = { ...store, watchId: 'w-2' };
  expect(commitRemarks(other, [remark(1)], noon)).toEqual([]);
  const elsewhere = { ...store, watchId: 'w-3', driveId: 'drive-2' };
  expect(commitRemarks(elsewhere, [remark(1)], noon)).toHaveLength(1);
});

it('neither hides the other: a change and a remark of one item, found by two watches', () => {
  const other = { ...store, watchId: 'w-2' };
  commitRemarks(store, [remark(1)], noon);
  expect(
    store.activity.add(other, change({ itemId: 'file', kinds: ['deleted'], version: null })),
  ).not.toBeNull();
  store.activity.add(store, change({ version: 7, itemId: 'item' }));
  expect(commitRemarks(other, [remark(8, { itemId: 'item' })], noon)).toHaveLength(1);
});

it('own remarks are listed as read, and told only where that is wished for', () => {
  expect(commitRemarks(store, [remark(1, { own: true })], noon)).toMatchObject([{ read: true }]);
  expect(store.activity.untold()).toEqual([]);
  commitRemarks({ ...store, tellsOwn: () => true }, [remark(2, { own: true })], noon);
  expect(store.activity.untold()).toHaveLength(1);
});

it('all of it is written or nothing', () => {
  commitRemarks(store, [], noon);
  store.database.exec(`CREATE TRIGGER full BEFORE INSERT ON activity
    WHEN NEW.version = 2 BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
  const met = [remark(1), remark(2)];
  expect(() => commitRemarks(store, met, noon + 1)).toThrow('disk full');
  expect([remarksSince(store), store.activity.untold()]).toEqual([noon, []]);
  store.database.exec('DROP TRIGGER full');
  expect(commitRemarks(store, met, noon + 1)).toHaveLength(2);
});
