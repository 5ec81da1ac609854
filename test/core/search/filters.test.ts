import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noFilter } from '../../../src/core/search/activity-filter.ts';
import type { Change } from '../../../src/core/reading/classify.ts';
import type { Search } from '../../../src/core/search/search.ts';
import type { Activity } from '../../../src/core/store/activity.ts';
import { Decisions } from '../../../src/core/store/decisions.ts';
import type { ActivityQuery } from '../../../src/shared/activity-query.ts';
import { ended, change, noon } from '../support/doubles.ts';
import { openSearch, type SearchBench } from '../support/search-bench.ts';

let bench: SearchBench;
let database: DatabaseSync;
let activity: Activity;
let search: Search;

beforeEach(() => {
  bench = openSearch();
  ({ database, activity, search } = bench);
});

afterEach(() => {
  bench[Symbol.dispose]();
});

const drives = { finance: 'Finance', team: 'Team site' } as const;

function add(watchId: keyof typeof drives, parts: Partial<Change>): number {
  const drive = { watchId, accountId: 'a-1', driveName: drives[watchId], driveId: watchId };
  return activity.add(drive, change(parts))?.id ?? 0;
}

const everything: ActivityQuery = { ...noFilter, text: '', between: null };

async function ids(asked: Partial<ActivityQuery>): Promise<readonly number[]> {
  const query = { ...everything, ...asked, before: null, limit: 50 };
  return (await search.find(query)).rows.map(({ id }) => id);
}

/** Every way to narrow what these hold. */
function six(): void {
  add('finance', { name: 'Budget.xlsx', actor: 'Ada', at: noon });
  add('team', { name: 'Budget.docx', actor: 'Ada', kinds: ['renamed', 'moved'], at: noon + 1 });
  add('finance', { name: 'Plan.docx', actor: 'Zoë', kinds: ['created'], at: noon + 2 });
  add('team', { name: 'Plan.xlsx', actor: null, kinds: ['deleted'], at: noon + 3 });
  add('finance', { name: 'Own.txt', actor: 'Me', own: true, at: noon + 4 });
  add('team', { name: 'Budget.xlsx', actor: 'Zoë', kinds: ['moved'], at: noon + 5 });
  activity.markOne(2, true);
}

describe('the list is narrowed to', () => {
  it.each<[string, Partial<ActivityQuery>, readonly number[]]>([
    ['everything', {}, [6, 5, 4, 3, 2, 1]],
    ['kinds', { kinds: ['moved', 'deleted'] }, [6, 4, 2]],
    ['drives', { drives: ['finance'] }, [5, 3, 1]],
    ['several drives', { drives: ['finance', 'team', 'gone'] }, [6, 5, 4, 3, 2, 1]],
    ['a drive nobody knows', { drives: ['gone'] }, []],
    ['a person', { person: 'Zoë' }, [6, 3]],
    ['nobody known', { person: '' }, [4]],
    ['a person nobody knows', { person: 'Eve' }, []],
    ['what is unread', { unreadOnly: true }, [6, 4, 3, 1]],
    ['a stretch of time', { between: [noon + 1, noon + 4] }, [4, 3, 2]],
    ['kinds in a drive', { kinds: ['moved'], drives: ['team'] }, [6, 2]],
    ['a person in a drive', { person: 'Ada', drives: ['team'] }, [2]],
    ['what is unread of a person', { person: 'Ada', unreadOnly: true }, [1]],
    ['what is unread of a time', { between: [noon + 1, noon + 4], unreadOnly: true }, [4, 3]],
    ['a time in a drive', { between: [noon + 1, noon + 4], drives: ['team'] }, [4, 2]],
    ['words of a kind', { text: 'budget', kinds: ['moved'] }, [6, 2]],
    ['words unread', { text: 'budget', unreadOnly: true }, [6, 1]],
    ['words of a time', { text: 'budget', between: [noon, noon + 2] }, [2, 1]],
    [
      'all of it at once',
      {
        text: 'budget',
        kinds: ['moved'],
        drives: ['team'],
        person: 'Zoë',
        unreadOnly: true,
        between: [noon, noon + 9],
      },
      [6],
    ],
  ])('%s', async (_what, asked, found) => {
    six();
    expect(await ids(asked)).toEqual(found);
  });
});

it('goes on page by page, wherever the next one is', async () => {
  for (let n = 1; n <= 9; n += 1) add('finance', { kinds: [n % 3 === 0 ? 'moved' : 'edited'] });
  database.exec('UPDATE activity SET id = id * 40000');
  const query = { ...everything, kinds: ['moved'] as const, limit: 2 };
  const first = await search.find({ ...query, before: null });
  expect(first.rows.map(({ id }) => id)).toEqual([360_000, 240_000]);
  const second = await search.find({ ...query, before: first.next });
  expect(second).toMatchObject({ rows: [{ id: 120_000 }], next: null });
});

it('looks through so much at a time, and says where to go on', async () => {
  add('finance', { kinds: ['moved'] });
  add('finance', {});
  database.exec('UPDATE activity SET id = 1000000 WHERE id = 2');
  const query = { ...everything, kinds: ['moved'] as const, limit: 2 };
  let page = await search.find({ ...query, before: null });
  expect(page).toEqual({ rows: [], next: 750_001 });
  while (page.next !== null) page = await search.find({ ...query, before: page.next });
  expect(page.rows).toMatchObject([{ id: 1 }]);
});

it('follows what is told, ignored, learned, read and deleted later', async () => {
  six();
  expect(await ids({ person: 'Zoë' })).toEqual([6, 3]);
  activity.setActors([{ id: 4, actor: 'Zoë', own: false }], false);
  new Decisions(database).record(
    [{ rowId: 6, outcome: 'ignored', ruleId: null, silence: null, toast: null } as never],
    noon,
  );
  add('team', { actor: 'Zoë' });
  expect(await ids({ person: 'Zoë' })).toEqual([7, 4, 3]);
  expect(await ids({ person: '' })).toEqual([]);
  activity.markRead(7);
  expect(await ids({ unreadOnly: true })).toEqual([]);
  ended(activity.removeOf('a-1', []));
  expect(await ids({ person: 'Zoë' })).toEqual([]);
  expect(await search.people('')).toEqual([]);
});

describe('people', () => {
  it('who was at work last comes first, and nobody unknown', async () => {
    six();
    expect(await search.people('')).toEqual(['Zoë', 'Me', 'Ada']);
    expect(await search.people('zoe')).toEqual(['Zoë']);
    expect(await search.people('a')).toEqual(['Ada']);
  });

  it('are fifty at most, found by any of their names', async () => {
    for (let n = 1; n <= 60; n += 1) add('finance', { actor: `Ada Number ${n}` });
    expect((await search.people('')).length).toBe(50);
    expect(await search.people('number 57 ada')).toEqual(['Ada Number 57']);
  });
});

describe('groups', () => {
  it('by drive, under the name each had last', async () => {
    six();
    database.exec("UPDATE activity SET drive_name = 'Finance 2027' WHERE id = 5");
    expect((await search.groups('drive', everything)).groups).toEqual([
      { key: 'team', name: 'Team site', count: 3, newest: 6, at: noon + 5 },
      { key: 'finance', name: 'Finance 2027', count: 3, newest: 5, at: noon + 4 },
    ]);
  });

  it('by person, of what is left of the list', async () => {
    six();
    const groups = async (asked: Partial<ActivityQuery>) =>
      (await search.groups('person', { ...everything, ...asked })).groups.map(
        ({ key, count, newest }) => [key, count, newest],
      );
    expect(await groups({})).toEqual([
      ['Zoë', 2, 6],
      ['Me', 1, 5],
      ['', 1, 4],
      ['Ada', 2, 2],
    ]);
    expect(await groups({ text: 'budget' })).toEqual([
      ['Zoë', 1, 6],
      ['Ada', 2, 2],
    ]);
    expect(await groups({ unreadOnly: true, drives: ['finance'] })).toEqual([
      ['Zoë', 1, 3],
      ['Ada', 1, 1],
    ]);
    expect(await groups({ text: '"' })).toEqual([]);
  });

  it('say that there are more than are listed', async () => {
    six();
    expect((await search.groups('person', everything)).hasMore).toBe(false);
    for (let person = 0; person < 200; person += 1) add('team', { actor: `Person ${person}` });
    const { groups, hasMore } = await search.groups('person', everything);
    expect([groups.length, hasMore, groups[0]?.key]).toEqual([200, true, 'Person 199']);
  });

  it('know their newest row though one newer is gone', async () => {
    six();
    await search.people('');
    database.exec('DELETE FROM activity WHERE id = 6');
    const [first, second] = (await search.groups('drive', everything)).groups;
    expect([first?.newest, second]).toMatchObject([5, { key: 'team', newest: 4, count: 2 }]);
  });
});

it('the day has its hours by drive, the busiest drive first', async () => {
  const begin = new Date(noon).setHours(0, 0, 0, 0);
  const hour = 3_600_000;
  add('team', { at: begin - 1 });
  add('team', { at: begin });
  add('finance', { at: begin + 9 * hour });
  add('finance', { at: begin + 9 * hour + 5 });
  add('team', { at: begin + 9 * hour + 6 });
  add('finance', { at: begin + 24 * hour - 1 });
  add('finance', { at: begin + 24 * hour });
  const { hours, drives, count } = await search.day(noon);
  expect(drives.map((drive) => [drive.name, drive.count])).toEqual([
    ['Finance', 3],
    ['Team site', 2],
  ]);
  expect([hours.length, count]).toEqual([24, 5]);
  expect(hours.map((each) => each.count).filter((n) => n > 0)).toEqual([1, 3, 1]);
  expect(hours[9]?.parts.map((part) => [part.watchId, part.count])).toEqual([
    ['finance', 2],
    ['team', 1],
  ]);
});
