import { once } from 'node:events';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../../src/core/reading/classify.ts';
import { noFilter } from '../../../src/core/search/activity-filter.ts';
import { Search } from '../../../src/core/search/search.ts';
import type { Activity } from '../../../src/core/store/activity.ts';
import { ended, change } from '../support/doubles.ts';
import { openSearch, type SearchBench, searchWorkerPath } from '../support/search-bench.ts';

const drive = { watchId: 'w-1', accountId: 'a-1', driveName: 'Finance', driveId: 'drive-1' };

let bench: SearchBench;
let dir: string;
let database: DatabaseSync;
let activity: Activity;
let search: Search;

beforeEach(() => {
  bench = openSearch();
  ({ dir, database, activity, search } = bench);
});

afterEach(() => {
  bench[Symbol.dispose]();
});

const everything = { ...noFilter, between: null };

async function find(text: string, before: number | null, limit: number, by = search) {
  return (await by.find({ ...everything, text, before, limit })).rows;
}

let count = 0;

function add(parts: Partial<Change>): number {
  count += 1;
  return activity.add(drive, change({ itemId: `i-${count}`, ...parts }))?.id ?? 0;
}

async function names(text: string): Promise<readonly (string | null)[]> {
  return (await find(text, null, 50)).map((row) => row.name);
}

describe('what is found', () => {
  it.each([
    ['a name', 'budget'],
    ['the beginning of a word in it', 'bud'],
    ['a part after a sign', '2027'],
    ['what it was called', 'draft'],
    ['its kind', 'xlsx'],
    ['a folder above it', 'plans'],
    ['a person', 'lovelace'],
    ['a person without the accents', 'zoe'],
    ['a drive', 'finance'],
    ['several words, in any order and of any of these', 'ada 2027 PLANS'],
    ['a word among signs', '"budget" (2027*) +/-:'],
  ])('%s: %s', async (_what, text) => {
    add({
      name: 'Budget_2027 final.xlsx',
      oldName: 'Draft.xlsx',
      place: ['Plans', '2026'],
      actor: 'Ada Zoë Lovelace',
    });
    add({ name: 'Minutes.docx', place: [], actor: 'Grace Hopper' });
    const all = await names(text);
    expect(all).toContain('Budget_2027 final.xlsx');
    expect(all.length).toBe(text === 'finance' ? 2 : 1);
  });

  it.each([
    ['Korean', '예산안 2027.xlsx', '예산'],
    ['German', 'Übersicht.docx', 'übers'],
    ['Hindi', 'हिन्दी बजट.xlsx', 'हिन्दी बज'],
    ['Arabic with vowel signs', 'مُحَمَّد.pdf', 'مُحَمَّد'],
    ['Hebrew with points', 'שָׁלוֹם.txt', 'שָׁלוֹם'],
    ['Tamil', 'தமிழ்.txt', 'தமிழ்'],
    ['Bengali', 'বাংলা.txt', 'বাংলা'],
    ['Burmese', 'မြန်မာ.txt', 'မြန်မာ'],
    ['Thai', 'รายงานที่ประชุม.docx', 'รายงานที่'],
    ['Vietnamese', 'Ạ ệ.txt', 'Ạ ệ'.normalize('NFD')],
    ['Japanese', 'がぎ.txt', 'がぎ'.normalize('NFD')],
    ['Korean, as a Mac types it', '한글.docx', '한글'.normalize('NFD')],
    ['letters that only a mark of its own gives', 'a\u0342b.txt', 'a\u0342b'],
  ])('a name in %s', async (_what, name, text) => {
    add({ name });
    expect(await names(text)).toEqual([name]);
  });

  it.each(['"', '()*', 'nothing', 'udget'])('nothing by “%s”', async (text) => {
    add({ name: 'Budget.xlsx' });
    expect(await names(text)).toEqual([]);
  });
});

it('comes newest first, page by page', async () => {
  const ids = Array.from({ length: 5 }, (_, n) => add({ name: `Report ${n}.docx` }));
  const page = await find('report', ids[3] ?? 0, 2);
  expect(page.map((row) => row.name)).toEqual(['Report 2.docx', 'Report 1.docx']);
});

it('finds what was written since the last time', async () => {
  add({ name: 'Report 1.docx' });
  expect(await names('report')).toEqual(['Report 1.docx']);
  add({ name: 'Report 2.docx' });
  expect(await names('report')).toEqual(['Report 2.docx', 'Report 1.docx']);
});

it('finds all of many', async () => {
  for (let n = 0; n < 1201; n += 1) add({ name: `Report ${n}.docx` });
  expect(await find('report', null, 2000)).toHaveLength(1201);
});

it('knows who did it as soon as that is known, and nothing of what was deleted', async () => {
  const id = add({ name: 'Report.docx', kinds: ['deleted'], actor: null });
  expect(await names('grace')).toEqual([]);
  activity.setActors([{ id, actor: 'Grace Hopper', own: false }], false);
  expect(await names('grace')).toEqual(['Report.docx']);
  ended(activity.removeOf('a-1', []));
  expect(await names('report')).toEqual([]);
});

it('finds as many as before though newer ones were removed', async () => {
  add({ name: 'Report 1.docx' });
  const other = { ...drive, accountId: 'a-2' };
  for (let n = 2; n < 5; n += 1) activity.add(other, change({ name: `Report ${n}.docx` }));
  expect(await find('report', null, 1)).toMatchObject([{ name: 'Report 4.docx' }]);
  ended(activity.removeOf('a-2', []));
  expect(await find('report', null, 1)).toMatchObject([{ name: 'Report 1.docx' }]);
});

it('goes on after it has broken', async () => {
  add({ name: 'Report.docx' });
  const elsewhere = new Search({ database, databasePath: join(dir, 'none.db'), searchWorkerPath });
  await expect(find('report', null, 10, elsewhere)).rejects.toThrow(/unable to open/);
  await expect(find('report', null, 10, elsewhere)).rejects.toThrow(/unable to open/);
  elsewhere.stop();
  expect(await names('report')).toEqual(['Report.docx']);
});

it('fails one question alone', async () => {
  add({ name: 'Report.docx' });
  await names('report');
  const worker = new Worker(searchWorkerPath, {
    workerData: { databasePath: join(dir, 'drivebell.db') },
  });
  const answers: unknown[] = [];
  for (const match of ['"a phrase"', '"report"*']) {
    const answered = once(worker, 'message');
    const asked = [{ ...everything, match, before: null, limit: 10 }];
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A thread, no window.
    worker.postMessage({ topic: 'rows', asked });
    answers.push(...(await answered));
  }
  await worker.terminate();
  expect(answers).toMatchObject([
    { ok: false, code: 'ERR_SQLITE_ERROR' },
    { ok: true, value: { rows: [{ name: 'Report.docx' }] } },
  ]);
});

it('lets go of words gathered in another shape', async () => {
  add({ name: 'Report.docx' });
  database.exec(`CREATE VIRTUAL TABLE words USING fts5 (name);
    CREATE TRIGGER words_of_gone AFTER DELETE ON activity BEGIN SELECT raise(ABORT, 'no'); END;`);
  expect(await names('report')).toEqual(['Report.docx']);
  ended(activity.removeOf('a-1', []));
  const left = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'words'").all();
  expect(left).toEqual([]);
});

it('keeps the next thread when the one before says late that it has ended', async () => {
  add({ name: 'Report.docx' });
  const made: Worker[] = [];
  const onWorker = (worker: Worker): unknown => made.push(worker);
  process.on('worker', onWorker);
  const databasePath = join(dir, 'later.db');
  const elsewhere = new Search({ database, databasePath, searchWorkerPath });
  await expect(find('report', null, 10, elsewhere)).rejects.toThrow(/unable to open/);
  database.exec(`VACUUM INTO '${databasePath}'`);
  const found = find('report', null, 10, elsewhere);
  await expect.poll(() => made[0]?.threadId).toBe(-1);
  expect(await found).toHaveLength(1);
  expect(await find('report', null, 10, elsewhere)).toHaveLength(1);
  process.off('worker', onWorker);
  elsewhere.stop();
  expect(made).toHaveLength(2);
});

it('that is stopped answers nothing any more', async () => {
  add({ name: 'Report.docx' });
  const found = find('report', null, 10);
  search.stop();
  await expect(found).rejects.toThrow('The search has ended.');
});
