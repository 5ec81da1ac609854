import { describe, expect, it } from 'vitest';
import { decide, type Decision, type Gatherings } from '../../src/core/notices.ts';
import type { ActivityRow } from '../../src/shared/activity.ts';
import { noon, row } from './support/doubles.ts';

const second = 1000;
let nextId = 0;

function rows(count: number, parts: Partial<ActivityRow> = {}): ActivityRow[] {
  return Array.from({ length: count }, () => row({ id: (nextId += 1), ...parts }));
}

/** Changes at these seconds, one each; the notices they led to. */
function toldAt(...seconds: readonly number[]): readonly (readonly [string, number, boolean])[] {
  let gatherings: Gatherings = new Map();
  nextId = 0;
  return seconds.flatMap((at) => {
    const decision = decide(rows(1), gatherings, noon + at * second, false);
    ({ gatherings } = decision);
    return decision.show.map((one) => [one.noticeId, one.count, one.isUpdate] as const);
  });
}

describe('a quiet drive', () => {
  it('has its first change told at once', () => {
    expect(toldAt(0)).toEqual([['n-1', 1, false]]);
  });

  it('has what follows within eight seconds join the same toast', () => {
    expect(toldAt(0, 7.999)).toEqual([
      ['n-1', 1, false],
      ['n-1', 2, true],
    ]);
  });

  it('has a new toast after eight quiet seconds', () => {
    expect(toldAt(0, 8)).toEqual([
      ['n-1', 1, false],
      ['n-2', 1, false],
    ]);
  });
});

it('a toast gathers for thirty seconds at most, however busy the drive', () => {
  expect(toldAt(0, 7, 14, 21, 28, 30).map(([id, count]) => [id, count])).toEqual([
    ['n-1', 1],
    ['n-1', 2],
    ['n-1', 3],
    ['n-1', 4],
    ['n-1', 5],
    ['n-6', 1],
  ]);
});

function decideOnce(changes: readonly ActivityRow[], before?: Decision): Decision {
  return decide(changes, before?.gatherings ?? new Map(), noon, false);
}

describe('a notice', () => {
  it('about many changes found together is one', () => {
    nextId = 0;
    const { show } = decideOnce(rows(7));
    expect(show).toMatchObject([
      { noticeId: 'n-1', count: 7, isUpdate: false, driveName: 'Finance' },
    ]);
    expect(show[0]?.changes.map((change) => change.id)).toEqual([3, 4, 5, 6, 7]);
  });

  it('keeps the newest five changes, the count, and everyone once', () => {
    nextId = 0;
    const first = decideOnce([...rows(3, { actor: 'Ada' }), ...rows(1, { actor: null })]);
    const { show } = decideOnce(
      [...rows(2, { actor: 'Bob' }), ...rows(1, { actor: 'Ada' })],
      first,
    );
    expect(show).toMatchObject([
      { noticeId: 'n-1', count: 7, actors: ['Ada', null, 'Bob'], isUpdate: true },
    ]);
    expect(show[0]?.changes.map((change) => change.id)).toEqual([3, 4, 5, 6, 7]);
  });

  it('is about one drive: each has its own', () => {
    nextId = 0;
    const { show } = decideOnce([...rows(2, { watchId: 'w-1' }), ...rows(1, { watchId: 'w-2' })]);
    expect(show.map((one) => [one.watchId, one.count])).toEqual([
      ['w-1', 2],
      ['w-2', 1],
    ]);
  });

  it('of one drive does not keep that of another open', () => {
    nextId = 0;
    let { gatherings } = decide(rows(1, { watchId: 'w-1' }), new Map(), noon, false);
    ({ gatherings } = decide(rows(1, { watchId: 'w-2' }), gatherings, noon + 5 * second, false));
    const late = decide(rows(1, { watchId: 'w-1' }), gatherings, noon + 9 * second, false);
    expect(late.show).toMatchObject([{ noticeId: 'n-3', isUpdate: false }]);
  });
});

describe('where one was mentioned', () => {
  const mention = { kinds: ['mentioned'] } as const;

  it('is told by a notice of its own, which nothing joins', () => {
    nextId = 0;
    const first = decideOnce([...rows(2), ...rows(1, mention), ...rows(1)]);
    expect(first.show.map(({ noticeId, count }) => [noticeId, count])).toEqual([
      ['n-3', 1],
      ['n-1', 3],
    ]);
    const then = decideOnce([...rows(1, mention), ...rows(1, { kinds: ['commented'] })], first);
    expect(then.show).toMatchObject([
      { noticeId: 'n-5', count: 1, isUpdate: false },
      { noticeId: 'n-1', count: 4, isUpdate: true },
    ]);
  });

  it('leaves no gathering open', () => {
    const { gatherings } = decideOnce(rows(1, mention));
    expect(gatherings.size).toBe(0);
  });

  it('is one notice, if found together in one drive', () => {
    nextId = 0;
    const { show } = decideOnce([...rows(3, mention), ...rows(1, { ...mention, watchId: 'w-2' })]);
    expect(show.map(({ watchId, count }) => [watchId, count])).toEqual([
      ['w-1', 3],
      ['w-2', 1],
    ]);
  });

  it('is quiet in a pause', () => {
    expect(decide(rows(1, mention), new Map(), noon, true).show).toEqual([]);
  });
});

describe('a pause', () => {
  it('shows nothing, and gathers nothing for later', () => {
    const paused = decide(rows(3), new Map(), noon, true);
    expect([paused.show, [...paused.gatherings]]).toEqual([[], []]);
    const after = decide(rows(1), paused.gatherings, noon + second, false);
    expect(after.show).toMatchObject([{ count: 1, isUpdate: false }]);
  });
});

it('gatherings that are over are not kept', () => {
  const { gatherings } = decide(rows(1), new Map(), noon, false);
  expect(decide([], gatherings, noon + 8 * second, false).gatherings.size).toBe(0);
});
