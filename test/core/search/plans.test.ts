import type { DatabaseSync } from 'node:sqlite';
import { beforeAll, expect, it } from 'vitest';
import { noFilter } from '../../../src/core/search/activity-filter.ts';
import { countsSql } from '../../../src/core/search/counts.ts';
import { Facets } from '../../../src/core/search/facets.ts';
import { endsSql, findSql } from '../../../src/core/search/find.ts';
import { narrow } from '../../../src/core/search/narrow.ts';
import type { Narrowing } from '../../../src/core/search/questions.ts';
import { Words } from '../../../src/core/search/words.ts';
import { change, openStore } from '../support/doubles.ts';

let database: DatabaseSync;

beforeAll(() => {
  const store = openStore();
  ({ database } = store);
  store.activity.add(store, change());
  new Facets(database).gather();
  new Words(database).gather();
});

function planOf(sql: string, values: readonly (string | number)[]): readonly string[] {
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
  return plan.map((row) => String(row['detail']));
}

const all: Narrowing = { ...noFilter, match: null, between: null };
const one = { kinds: ['edited'], drives: ['w'], person: 'Ada' } as const;
const between = [1, 2] as const;

/** Ids from and until, so that what is gone through ends. */
const within: Readonly<Record<string, string>> = {
  facets: 'SEARCH f USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)',
  unread: 'SEARCH a USING COVERING INDEX activity_unread (id>? AND id<?)',
  time: 'SEARCH f USING COVERING INDEX facets_1_by_time (at>? AND at<?)',
  words: 'SCAN words_2 VIRTUAL TABLE INDEX',
};

it.each<[string, keyof typeof within, Partial<Narrowing>]>([
  ['a kind', 'facets', { kinds: ['edited'] }],
  ['drives', 'facets', { drives: ['w', 'x'] }],
  ['a person', 'facets', { person: 'Ada' }],
  ['all of these', 'facets', one],
  ['unread', 'unread', { unreadOnly: true }],
  ['unread and all of these', 'unread', { ...one, unreadOnly: true }],
  ['a time', 'time', { between }],
  ['a time in a drive', 'time', { between, drives: ['w'] }],
  ['words', 'words', { match: '"a"*' }],
  ['words and everything else', 'words', { ...one, match: '"a"*', unreadOnly: true, between }],
])('of the list narrowed to %s only a stretch is gone through', (_what, way, parts) => {
  const narrowing = { ...all, ...parts };
  const plan = planOf(findSql(narrowing), [...narrow(narrowing).values, 1, 2, 50]);
  const scans = plan.filter((step) => step.startsWith('SCAN') && !step.includes('json_each'));
  const gone = plan.filter((step) => step.startsWith(within[way] ?? '?'));
  expect([gone.length, scans.filter((step) => !gone.includes(step))]).toEqual([1, []]);
  const sorts = plan.filter((step) => step.includes('TEMP B-TREE'));
  // By time an hour's rows are put in order, however few are asked for; else there is nothing to sort.
  expect(sorts.length).toBeLessThanOrEqual(way === 'time' ? 2 : 1);
});

it('the ends of the list are looked up', () => {
  const scans = planOf(endsSql, []).filter((step) => step.startsWith('SCAN activity'));
  expect(scans).toEqual([]);
});

it('an hour is counted by the index on time alone', () => {
  const plan = planOf(countsSql, [1, 2]);
  expect(plan).toContain('SEARCH f USING COVERING INDEX facets_1_by_time (at>? AND at<?)');
  expect(plan.filter((step) => /^SCAN [fa]\b/.test(step))).toEqual([]);
});
