import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Search } from '../../../src/core/search/search.ts';
import { Activity } from '../../../src/core/store/activity.ts';
import { openDatabase } from '../../../src/core/store/database.ts';
import { heardLog, noon } from './doubles.ts';

export const searchWorkerPath = new URL('../../../src/core/search/worker.ts', import.meta.url);

/** A search over a database in a file, which its worker can open as well. */
export interface SearchBench extends Disposable {
  readonly dir: string;
  readonly database: DatabaseSync;
  readonly activity: Activity;
  readonly search: Search;
}

export function openSearch(): SearchBench {
  const dir = mkdtempSync(join(tmpdir(), 'drivebell-search-'));
  const databasePath = join(dir, 'drivebell.db');
  const { database } = openDatabase(databasePath, noon, heardLog());
  const search = new Search({ database, databasePath, searchWorkerPath });
  return {
    dir,
    database,
    activity: new Activity(database),
    search,
    [Symbol.dispose]: () => {
      search.stop();
      database.close();
      rmSync(dir, { recursive: true });
    },
  };
}
