import { beforeEach, describe, expect, it } from 'vitest';
import { Decisions } from '../../../src/core/store/decisions.ts';
import { change, noon, openStore } from '../support/doubles.ts';

describe('the latest changes that rules decide', () => {
  let store: ReturnType<typeof openStore>;
  let decisions: Decisions;

  beforeEach(() => {
    store = openStore();
    decisions = new Decisions(store.database);
    const drive = { watchId: 'w-1', accountId: 'a-1', driveName: 'Finance', driveId: 'd' };
    for (const own of [false, true, false, false, true]) {
      store.activity.add(drive, change({ own, at: noon }));
    }
  });

  const ids = (most: number, tellsOwn = false): unknown =>
    decisions.latest(most, tellsOwn).map(({ id }) => id);

  it('are the newest, and none of one’s own', () => {
    expect([ids(10), ids(2)]).toEqual([
      [4, 3, 1],
      [4, 3],
    ]);
  });

  it('are one’s own as well where those are told', () => {
    expect([ids(10, true), ids(2, true)]).toEqual([
      [5, 4, 3, 2, 1],
      [5, 4],
    ]);
  });

  it('are those that were ignored, too', () => {
    decisions.record([{ rowId: 4, outcome: 'ignored', ruleId: 'r-1', silence: null }], noon);
    expect(ids(1)).toEqual([4]);
  });

  it('are looked for among the last five thousand alone', () => {
    store.database.exec('UPDATE activity SET id = 9000 WHERE id = 5');
    const insert = store.database.prepare(
      `INSERT INTO activity (watch_id, drive_name, item_id, kinds, item_kind, place, own, descendants, at, is_read, is_told)
       VALUES ('w-1', 'Finance', ?, '["edited"]', 'file', '[]', 1, 0, 0, 1, 1)`,
    );
    for (let n = 0; n < 4997; n += 1) insert.run(`own ${n}`);
    expect(ids(10)).toEqual([4, 3]);
  });
});
