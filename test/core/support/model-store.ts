import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SQLOutputValue } from 'node:sqlite';
import { Activity } from '../../../src/core/store/activity.ts';
import { openDatabase } from '../../../src/core/store/database.ts';
import { DriveStates } from '../../../src/core/store/drive-state.ts';
import { ItemMemory } from '../../../src/core/store/item-memory.ts';
import { NamesStates } from '../../../src/core/store/names-state.ts';
import type { ChangeKind } from '../../../src/shared/activity.ts';
import { heardLog, noon, type Store } from './doubles.ts';
import { type Touch, touchWrites } from './fragile-database.ts';
import type { Told } from './model-oracle.ts';

/** A folder that goes away with `using`. */
export class TemporaryFolder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'drivebell-model-'));

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true });
  }
}

const watchId = 'w-1';

/** The real store in a file, as a start of the app finds it. */
export function openStoreAt(path: string, touch?: Touch): Store {
  const { database, setAside } = openDatabase(path, noon, heardLog());
  if (setAside) throw new Error('The database was damaged.');
  if (touch) touchWrites(database, touch);
  return {
    database,
    activity: new Activity(database),
    memory: new ItemMemory(database, watchId),
    states: new DriveStates(database),
    names: new NamesStates(database),
    watchId,
    driveId: 'd',
    scopeId: null,
    accountId: 'a-1',
    driveName: 'Finance',
    readers: () => [{ userId: 'me-id', emails: ['me@contoso.com'] }],
    tellsOwn: () => false,
  };
}

interface ToldRow {
  readonly row: number;
  readonly isTold: boolean;
  readonly told: Told;
}

/** The activity with the ids of its items, which pages do not have. */
export function toldSince({ database }: Pick<Store, 'database'>, row: number): ToldRow[] {
  const rows = database.prepare('SELECT * FROM activity WHERE id > ? ORDER BY id').all(row);
  return rows.map((one) => ({
    row: Number(one['id']),
    isTold: one['is_told'] === 1,
    told: toldOf(one),
  }));
}

function toldOf(one: Readonly<Record<string, SQLOutputValue>>): Told {
  return {
    itemId: String(one['item_id']),
    kinds: (JSON.parse(String(one['kinds'])) as ChangeKind[]).toSorted(),
    itemKind: String(one['item_kind']),
    name: one['name'] as string | null,
    oldName: one['old_name'] as string | null,
    place: JSON.parse(String(one['place'])) as string[],
    oldPlace: JSON.parse(String(one['old_place'])) as string[] | null,
    actor: one['actor'] as string | null,
    own: one['own'] === 1,
    descendants: Number(one['descendants']),
    at: Number(one['at']),
  };
}
