import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { classify } from '../src/core/reading/classify.ts';
import { type DriveItem, parseDriveItem } from '../src/core/graph/drive-item.ts';
import { Activity } from '../src/core/store/activity.ts';
import { type CommitParts, commitNames, commitRun } from '../src/core/store/commit.ts';
import { openDatabase } from '../src/core/store/database.ts';
import { DriveStates } from '../src/core/store/drive-state.ts';
import { ItemMemory } from '../src/core/store/item-memory.ts';
import { NamesStates } from '../src/core/store/names-state.ts';
import type { Figure } from './measure.ts';

const pageItems = 1000;
export const now = Date.UTC(2026, 10, 20, 12);
const silent = { info: () => undefined, warn: () => undefined, child: () => silent };

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** A page of the delta feed as Microsoft sends it, of files in fifty folders. */
function page(number: number, version = 1): string {
  const value = Array.from({ length: pageItems }, (_, n) => {
    const id = `01${String(number * pageItems + n).padStart(32, 'A')}`;
    return {
      id,
      name: `Quarterly report ${number}-${n}${version > 1 ? ` v${version}` : ''}.docx`,
      eTag: `"{6F1F9A3C-7C2A-4C6E-9D55-${String(n).padStart(12, '0')}},${version}"`,
      size: 120_000 + n,
      createdDateTime: '2024-03-01T10:00:00Z',
      lastModifiedDateTime: '2026-11-20T11:59:00Z',
      webUrl: `https://contoso.sharepoint.com/sites/finance/Shared%20Documents/${id}.docx`,
      createdBy: { user: { id: 'ada-id', displayName: 'Ada Lovelace', email: 'ada@contoso.com' } },
      lastModifiedBy: {
        user: { id: 'ada-id', displayName: 'Ada Lovelace', email: 'ada@contoso.com' },
      },
      parentReference: { driveId: 'b!drive', driveType: 'documentLibrary', id: `01F${n % 50}` },
      file: {
        mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        hashes: { quickXorHash: `hash-${number}-${n}-1=` },
      },
      shared: { scope: 'users' },
    };
  });
  return JSON.stringify({ value, '@odata.nextLink': 'https://graph.microsoft.com/next' });
}

function itemsOf(text: string): readonly DriveItem[] {
  const { value } = JSON.parse(text) as { value: unknown[] };
  return value.map((item) => parseDriveItem(item)).filter((item) => item !== null);
}

export interface Store extends CommitParts, Disposable {
  readonly path: string;
}

export function openStore(): Store {
  const dir = mkdtempSync(join(tmpdir(), 'drivebell-bench-'));
  const path = join(dir, 'drivebell.db');
  const { database } = openDatabase(path, now, silent);
  return {
    database,
    path,
    activity: new Activity(database),
    memory: new ItemMemory(database, 'w-1'),
    states: new DriveStates(database),
    names: new NamesStates(database),
    watchId: 'w-1',
    driveId: 'd-1',
    accountId: 'a-1',
    scopeId: null,
    driveName: 'Finance',
    readers: () => [],
    tellsOwn: () => false,
    now,
    [Symbol.dispose]: () => {
      database.close();
      rmSync(dir, { recursive: true });
    },
  };
}

const learning = { after: { state: 'learning', link: 'next' }, foldersOnly: false } as const;
const watching = {
  phase: 'watching',
  cursor: 'c',
  generation: 1,
  readAt: now,
  rootId: 'r',
} as const;

/** Every item renamed: each is classified, remembered anew and written down as activity. */
function oursPerItem(pages: number): number {
  using store = openStore();
  for (let n = 0; n < pages; n += 1) commitNames(store, itemsOf(page(n)), learning);
  const texts = Array.from({ length: pages }, (_, n) => page(n, 2));
  const reader = { userId: 'me', emails: [] };
  const at = { memory: store.memory, readers: [reader], since: now, now, knowsAll: true };
  const begun = performance.now();
  for (const text of texts) {
    const found = classify(itemsOf(text), { ...at, isWhole: false, scopeId: null });
    if (commitRun(store, found, watching).length !== pageItems) throw new Error('Not all is told.');
  }
  return (performance.now() - begun) / (pages * pageItems);
}

/** JSON.parse and an insert of the same columns for the memory and for the activity. */
function barePerItem(pages: number): number {
  using store = openStore();
  const { database } = store;
  database.exec(`CREATE TABLE bare (id TEXT PRIMARY KEY, parent TEXT, name TEXT, etag TEXT, hash TEXT,
    size INTEGER, modified TEXT, actor TEXT, url TEXT) STRICT, WITHOUT ROWID`);
  const insert = database.prepare('INSERT OR REPLACE INTO bare VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const texts = Array.from({ length: pages }, (_, n) => page(n, 2));
  const begun = performance.now();
  for (const text of texts) {
    const { value } = JSON.parse(text) as { value: WireFile[] };
    database.exec('BEGIN');
    for (const item of value) {
      const { id, name, eTag, size, lastModifiedDateTime, webUrl, parentReference, file } = item;
      const { quickXorHash } = file.hashes;
      const who = item.lastModifiedBy.user.displayName;
      const parent = parentReference.id;
      insert.run(id, parent, name, eTag, quickXorHash, size, lastModifiedDateTime, who, webUrl);
    }
    database.exec('COMMIT');
  }
  return (performance.now() - begun) / (pages * pageItems);
}

interface WireFile {
  readonly id: string;
  readonly name: string;
  readonly eTag: string;
  readonly size: number;
  readonly lastModifiedDateTime: string;
  readonly webUrl: string;
  readonly parentReference: { readonly id: string };
  readonly file: { readonly hashes: { readonly quickXorHash: string } };
  readonly lastModifiedBy: { readonly user: { readonly displayName: string } };
}

export function deltaItems(): readonly Figure[] {
  barePerItem(5);
  oursPerItem(5);
  const ours = Math.min(...[1, 2, 3].map(() => oursPerItem(20)));
  const baseline = Math.min(...[1, 2, 3].map(() => barePerItem(20)));
  return [{ name: 'delta-items-per-second', unit: 'ms/item', ours, baseline, goal: 1.7 }];
}

const deletedFolder = '01D';

/** A folder of ten thousand files deleted in a drive of a hundred thousand, all of them listed. */
export function deletedFolder10k(): readonly Figure[] {
  using store = openStore();
  const { memory } = store;
  const gone = Array.from({ length: 10 }, (_, n) => itemsOf(page(n))).flat();
  const kept = Array.from({ length: 90 }, (_, n) => itemsOf(page(n + 10))).flat();
  const [first] = kept;
  if (!first) throw new Error('There is no file.');
  const folder: DriveItem = { ...first, id: deletedFolder, kind: 'folder', parentId: 'r' };
  const inFolder = gone.map((item) => ({ ...item, parentId: deletedFolder }));
  commitNames(store, [folder, ...inFolder, ...kept], learning);
  const run = [folder, ...gone].map((item) => ({ ...item, isDeleted: true, name: null }));
  const at = { memory, readers: [], since: now, now, knowsAll: true };
  const begun = performance.now();
  const found = classify(run, { ...at, isWhole: false, scopeId: null });
  const told = commitRun(store, found, watching);
  const ours = performance.now() - begun;
  if (told[0]?.descendants !== gone.length) throw new Error('Not all is told.');
  return [{ name: 'deleted-folder-10k', unit: 'ms', ours, baseline: 1000, goal: null }];
}

/** The names of 100,000 items: how long, how much memory at most, how large a database. */
export function baseline100k(): readonly Figure[] {
  using store = openStore();
  const pages = 100;
  collect();
  const before = process.memoryUsage().rss;
  let most = before;
  let seconds = 0;
  for (let n = 0; n < pages; n += 1) {
    const text = page(n);
    const begun = performance.now();
    commitNames(store, itemsOf(text), learning);
    seconds += (performance.now() - begun) / 1000;
    most = Math.max(most, process.memoryUsage().rss);
  }
  store.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const bytes = statSync(store.path).size;
  const bare = barePerItem(pages) * pages;
  const goal = null;
  return [
    { name: 'baseline-100k', unit: 's', ours: seconds, baseline: bare, goal },
    { name: 'baseline-100k-memory', unit: 'MB', ours: (most - before) / 1e6, baseline: 50, goal },
    { name: 'baseline-100k-database', unit: 'MB', ours: bytes / 1e6, baseline: 20, goal },
  ];
}
