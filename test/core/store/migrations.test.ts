import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Activity } from '../../../src/core/store/activity.ts';
import { openDatabase } from '../../../src/core/store/database.ts';
import { DriveStates } from '../../../src/core/store/drive-state.ts';
import { ItemMemory } from '../../../src/core/store/item-memory.ts';
import { markOf } from '../../../src/core/store/mark.ts';
import { migrations } from '../../../src/core/store/migrations.ts';
import { commitRemarks, remarksSince } from '../../../src/core/store/remarks.ts';
import { change, heardLog, noon } from '../support/doubles.ts';

const drive = { watchId: 'w-1', accountId: 'a-1', driveName: 'Finance', driveId: 'drive-1' };

let dir: string;
let path: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'drivebell-migrations-'));
  path = join(dir, 'drivebell.db');
});

afterEach(() => {
  rmSync(dir, { recursive: true });
});

/** A database as version 1 left it, with what was learned and told of one drive. */
function version1(): void {
  const database = new DatabaseSync(path);
  database.exec(migrations[0] ?? '');
  database.exec(`
    PRAGMA user_version = 1;
    INSERT INTO drive VALUES ('w-1', 'watching', 'cursor', 3, ${noon});
    INSERT INTO item VALUES ('w-1', 'i', 'root', 'a.txt', 'file', 'e', 'h', 'c', 1, ${noon}, NULL, 3);
    INSERT INTO tombstone VALUES ('w-1', 'gone', ${noon});
    INSERT INTO activity
      VALUES (7, 'w-1', 'Finance', 'i', '["edited"]', 'file', 'a.txt', NULL, '["Plans"]', NULL,
              'Ada', 0, 0, ${noon}, 'https://contoso.sharepoint.com/a', 0, 0);`);
  database.close();
}

function use<T>(work: (database: DatabaseSync) => T): T {
  const { database, setAside } = openDatabase(path, noon, heardLog());
  try {
    expect(setAside).toBe(false);
    return work(database);
  } finally {
    database.close();
  }
}

it('version 1 is brought up to date with all that it holds', () => {
  version1();
  use((database) => {
    const counts = ['drive', 'item', 'tombstone', 'activity'].map(
      (table) => database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n'],
    );
    expect(counts).toEqual([1, 1, 1, 1]);
    const memory = new ItemMemory(database, 'w-1');
    const { id, eTag, content } = memory.get('i') ?? {};
    const marks = { hash: markOf('h'), cTag: markOf('c'), size: 1, modifiedAt: noon };
    expect([id, eTag, content]).toEqual(['i', markOf('e'), marks]);
    expect([memory.below('root'), memory.wasBuried('gone')]).toEqual([['i'], true]);
    expect(new DriveStates(database).load('w-1')).toEqual({
      phase: 'watching',
      cursor: 'cursor',
      generation: 3,
      readAt: noon,
      rootId: null,
    });
    expect(remarksSince({ database, watchId: 'w-1' })).toBeNull();
    expect(database.prepare('PRAGMA user_version').get()?.['user_version']).toBe(migrations.length);
  });
});

it('what version 1 told is still told, opened and counted, of an account nobody wrote down', () => {
  version1();
  use((database) => {
    const activity = new Activity(database);
    expect(activity.page(null, 10)).toMatchObject([
      { id: 7, watchId: 'w-1', name: 'a.txt', place: ['Plans'], actor: 'Ada', read: false },
    ]);
    expect(activity.itemPage(7)).toEqual({
      webUrl: 'https://contoso.sharepoint.com/a',
      accountId: null,
    });
    expect([activity.unread(), activity.untold().length]).toEqual([1, 1]);
    expect(activity.lastChanges()).toEqual(new Map([['w-1', noon]]));
  });
});

it('what is told after version 1 comes after it, and knows its account', () => {
  version1();
  use((database) => {
    const activity = new Activity(database);
    expect(activity.add(drive, change())?.id).toBe(8);
    expect(activity.itemPage(8)).toMatchObject({ accountId: 'a-1' });
  });
});

it('what version 5 holds is kept, and remarks are told from then on', () => {
  const database = new DatabaseSync(path);
  database.function('mark_of', (text) => text);
  for (const step of migrations.slice(0, 5)) database.exec(step);
  database.exec(`
    PRAGMA user_version = 5;
    INSERT INTO drive VALUES ('w-1', 'watching', 'cursor', 3, ${noon}, 'root');`);
  database.close();
  use((opened) => {
    const store = { ...drive, database: opened, activity: new Activity(opened) };
    expect(new DriveStates(opened).load('w-1').rootId).toBe('root');
    expect(remarksSince(store)).toBeNull();
    commitRemarks({ ...store, tellsOwn: () => false }, [change({ version: 7 })], noon);
    expect([remarksSince(store), store.activity.untold().length]).toEqual([noon, 1]);
  });
});

it('is done once', () => {
  version1();
  use(() => undefined);
  use((database) => expect(new Activity(database).page(null, 10)).toHaveLength(1));
});
