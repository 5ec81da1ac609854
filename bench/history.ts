import { noFilter } from '../src/core/search/activity-filter.ts';
import { matchOf } from '../src/core/search/find.ts';
import { Search } from '../src/core/search/search.ts';
import { wordsTable } from '../src/core/search/words.ts';
import { Activity } from '../src/core/store/activity.ts';
import type { ActivityPage, ActivityPageQuery } from '../src/shared/activity-query.ts';
import { now, openStore, type Store } from './changes.ts';
import { type Figure, percentile } from './measure.ts';

export const searchWorkerPath = new URL('../src/core/search/worker.ts', import.meta.url);

const historyRows = 1_000_000;
const people = ['Ada Lovelace', 'Grace Hopper', 'Alan Turing', 'Edsger Dijkstra', 'Barbara Liskov'];

/** A list of a million rows, of five people in twenty drives. */
export function openHistory(): Store {
  const store = openStore();
  store.database
    .exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${historyRows})
    INSERT INTO activity (watch_id, drive_name, item_id, kinds, item_kind, name, old_name, place, old_place,
      actor, own, descendants, at, web_url, is_read, is_told, account_id)
    SELECT 'w-' || (i % 20), 'Finance', 'item-' || i, '["edited"]', 'file', 'Report ' || i || '.docx', NULL,
      '["Plans","2026"]', NULL, json_extract('${JSON.stringify(people)}', '$[' || (i % 5) || ']'), 0, 0,
      ${now} - i, NULL, 1, 1, 'a-1' FROM n`);
  return store;
}

/** A page of the list out of a million rows, over the query by its index alone. */
export function historyPage(): readonly Figure[] {
  using store = openHistory();
  const { database } = store;
  const activity = new Activity(database);
  const raw = database.prepare('SELECT * FROM activity WHERE id < ? ORDER BY id DESC LIMIT 50');
  const ours = timed((before) => activity.page(before, 50).length);
  const baseline = timed((before) => raw.all(before).length);
  return [{ name: 'history-page-1m', unit: 'ms', ours, baseline, goal: 1.5 }];
}

const searched = ['report 123', 'ada', 'plans hopper', 'rep', '99999', 'turing 2026'];

const askedFor = (text: string): ActivityPageQuery => ({
  ...noFilter,
  text,
  between: null,
  before: null,
  limit: 50,
});

/** The first page of what was found among a million rows, over the query of the index alone. */
export async function historySearch(): Promise<readonly Figure[]> {
  using store = openHistory();
  const { database, path } = store;
  const search = new Search({ database, databasePath: path, searchWorkerPath });
  const begun = performance.now();
  await search.find(askedFor(searched[0] ?? ''));
  const seconds = (performance.now() - begun) / 1000;
  const raw = database.prepare(
    `SELECT rowid FROM ${wordsTable} WHERE ${wordsTable} MATCH ? ORDER BY rowid DESC LIMIT 50`,
  );
  const ours = await timedSearch(async (text) => (await search.find(askedFor(text))).rows.length);
  const baseline = await timedSearch(async (text) => raw.all(matchOf(text) ?? '').length);
  search.stop();
  return [
    { name: 'history-search-1m', unit: 'ms', ours, baseline, goal: 1.5 },
    { name: 'history-search-1m-first', unit: 's', ours: seconds, baseline: 10, goal: null },
  ];
}

const rarely: readonly Partial<ActivityPageQuery>[] = [
  { kinds: ['commented'] },
  { person: 'Edsger Dijkstra', drives: ['w-1'] },
  { kinds: ['edited'], drives: ['w-3', 'w-4'] },
  { unreadOnly: true, kinds: ['moved'] },
];

/** Filters of which most or all rows are left out: the first page that is not empty, or the end, over a look at every row. */
export async function historyFilter(): Promise<readonly Figure[]> {
  using store = openHistory();
  const { database, path } = store;
  const search = new Search({ database, databasePath: path, searchWorkerPath });
  await search.people('');
  const raw = database.prepare(
    `SELECT id FROM activity WHERE kinds LIKE '%commented%' ORDER BY id DESC LIMIT 50`,
  );
  const ours: number[] = [];
  const baseline: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    const begun = performance.now();
    for (const filter of rarely) await through(search, filter);
    ours.push((performance.now() - begun) / rarely.length);
    const rawBegun = performance.now();
    raw.all();
    baseline.push(performance.now() - rawBegun);
  }
  search.stop();
  return [
    {
      name: 'history-filter-1m',
      unit: 'ms',
      ours: percentile(ours, 0.5),
      baseline: percentile(baseline, 0.5),
      goal: 1,
    },
  ];
}

async function through(search: Search, filter: Partial<ActivityPageQuery>): Promise<void> {
  let before: number | null = null;
  for (;;) {
    const page: ActivityPage = await search.find({ ...askedFor(''), ...filter, before });
    if (page.rows.length > 0 || page.next === null) return;
    before = page.next;
  }
}

/** ms of all searches together, the middle of many. */
async function timedSearch(find: (text: string) => Promise<number>): Promise<number> {
  const samples: number[] = [];
  for (let round = 0; round < 40; round += 1) {
    const begun = performance.now();
    for (const text of searched) if ((await find(text)) === 0) throw new Error('Not found.');
    samples.push(performance.now() - begun);
  }
  return samples.toSorted((one, other) => one - other)[20] ?? Number.NaN;
}

/** ms of one page, the middle of many, wherever in the list. */
function timed(read: (before: number) => number): number {
  const samples = Array.from({ length: 400 }, (_, n) => {
    const before = 1 + ((n * 7919) % (historyRows / 1000)) * 1000 + 100;
    const begun = performance.now();
    if (read(before) !== 50) throw new Error('A page is missing.');
    return performance.now() - begun;
  });
  return samples.toSorted((one, other) => one - other)[200] ?? Number.NaN;
}
