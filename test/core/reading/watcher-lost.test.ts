import { beforeEach, describe, expect, it } from 'vitest';
import { failure, type GraphAnswer } from '../../../src/core/graph/graph.ts';
import { noon, said } from '../support/doubles.ts';
import { pageOf, wire } from '../support/scripted-graph.ts';
import { WatcherBench, latest, made, minute } from '../support/watcher-bench.ts';

let store: WatcherBench['store'];
let clock: WatcherBench['clock'];
let pages: WatcherBench['pages'];
let graph: WatcherBench['graph'];
let read: WatcherBench['read'];
let told: WatcherBench['told'];
let state: WatcherBench['state'];
let learned: WatcherBench['learned'];
let endlessly: WatcherBench['endlessly'];

beforeEach(() => {
  ({ store, clock, pages, graph, read, told, state, learned, endlessly } = new WatcherBench());
});

describe('a computer whose clock is wrong', () => {
  const at = (ms: number): object => ({ createdDateTime: new Date(ms).toISOString() });

  it.each([
    ['slow', 3 * 60 * minute],
    ['fast', -3 * 60 * minute],
  ])('%s: tells created from appeared by the time of Microsoft', async (_what, ahead) => {
    graph.aheadMs = ahead;
    await learned();
    clock.ms += 10 * minute;
    const items = [
      wire('before', at(noon + ahead - 10 * minute)),
      wire('after', at(noon + ahead + 5 * minute)),
    ];
    pages.set('cursor-1', pageOf(items, { delta: 'cursor-2' }));
    expect(await told()).toEqual(['appeared before.txt', 'created after.txt']);
  });

  it('is not believed by a first look that has to read everything', async () => {
    graph.aheadMs = 3 * 60 * minute;
    pages.set(latest, failure('gone'));
    const items = [wire('old', at(noon + graph.aheadMs - 10 * minute))];
    pages.set('whole', pageOf(items, { delta: 'cursor-1' }));
    expect(await told()).toEqual([]);
  });
});

describe('a lost cursor', () => {
  const lost: readonly (readonly [string, GraphAnswer])[] = [
    ['410', failure('gone', null, 'resyncRequired')],
    ['a 400 that cannot read it', failure('refused', null, 'invalidRequest')],
  ];

  it.each(lost)('%s: everything is read again and compared', async (_what, answer) => {
    await learned(wire('same'), wire('renamed'), wire('deleted'));
    pages.set('cursor-1', answer);
    pages.set('whole', pageOf([wire('same'), wire('new')], { next: 'page-2' }));
    const renamed = wire('renamed', { eTag: 'renamed,2', name: 'other.txt' });
    pages.set('page-2', pageOf([renamed], { delta: 'cursor-2' }));
    expect(await told()).toEqual(['appeared new.txt', 'renamed other.txt', 'deleted deleted.txt']);
    expect(state()).toMatchObject({ phase: 'watching', cursor: 'cursor-2' });

    pages.set('cursor-2', pageOf([], { delta: 'cursor-2' }));
    expect(await told()).toEqual([]);
  });

  it('is found over as many pages as it takes', async () => {
    await learned(wire('f6999'), wire('deleted'));
    endlessly(7000);
    const { answer } = graph;
    graph.answer = (target, signal) =>
      target === 'cursor-1' ? failure('gone') : answer(target, signal);
    const found = await told();
    expect(found).toHaveLength(7000);
    expect(found.slice(-2)).toEqual(['appeared f7000.txt', 'deleted deleted.txt']);
  });

  it.each([
    failure('refused', null, 'badRequest'),
    failure('refused'),
    // The tree cannot be listed just now; the cursor is as good as before.
    failure('gone', null, 'cannotSnapshotTree'),
  ])('is not found in any other refusal: $code $graphCode', async (answer) => {
    await learned(wire('a'));
    pages.set('cursor-1', answer);
    expect(await told()).toBe(answer.code);
    expect(graph.asked).toEqual(['cursor-1']);
    expect(state()).toMatchObject({ phase: 'watching', cursor: 'cursor-1' });
  });

  it('is found from the beginning after a circle of links', async () => {
    await learned(wire('a'), wire('b'));
    pages.set('cursor-1', failure('gone'));
    pages.set('whole', pageOf([wire('new')], { next: 'page-2' }));
    pages.set('page-2', pageOf([], { next: 'page-2' }));
    expect(await told()).toBe('endless');
    expect(state()).toMatchObject({ phase: 'reseeding', cursor: null });
    // What only the circle had shown is there no more.
    pages.set('whole', pageOf([wire('a')], { delta: 'cursor-2' }));
    expect(await told()).toEqual(['deleted b.txt', 'deleted new.txt']);
    expect(said(store.activity.untold())).toEqual([
      'appeared new.txt',
      'deleted b.txt',
      'deleted new.txt',
    ]);
    expect(state()).toMatchObject({ phase: 'watching', cursor: 'cursor-2' });
  });

  it('is found again from where it broke off, and every change is told once', async () => {
    await learned(wire('a'), wire('b'));
    pages.set('cursor-1', failure('gone'));
    pages.set('whole', pageOf([wire('new-1')], { next: 'page-2' }));
    pages.set('page-2', failure('no-network'));
    const broken = await read();
    expect([broken.ok, said(broken.rows)]).toEqual([false, ['appeared new-1.txt']]);
    expect(state()).toMatchObject({ phase: 'reseeding', cursor: 'page-2' });

    graph.asked.length = 0;
    pages.set('page-2', pageOf([wire('a'), wire('new-2')], { delta: 'cursor-2' }));
    expect(await told()).toEqual(['appeared new-2.txt', 'deleted b.txt']);
    expect(graph.asked).toEqual(['page-2']);
    expect(said(store.activity.untold())).toEqual([
      'appeared new-1.txt',
      'appeared new-2.txt',
      'deleted b.txt',
    ]);
  });

  it('that is found later on tells what was made meanwhile as made', async () => {
    await learned(wire('a'));
    pages.set('cursor-1', failure('gone'));
    pages.set('whole', pageOf([wire('a')], { next: 'page-2' }));
    pages.set('page-2', failure('no-network'));
    await read();
    clock.ms += 20 * minute;
    pages.set('page-2', pageOf([], { delta: 'cursor-2' }));
    expect(await told()).toEqual([]);
    pages.set('cursor-2', pageOf([made('new', 10)], { delta: 'cursor-3' }));
    expect(await told()).toEqual(['created new.txt']);
  });

  it('that is lost once more while being found is told of, and found the next time', async () => {
    await learned(wire('a'), wire('b'));
    pages.set('cursor-1', failure('gone'));
    pages.set('whole', pageOf([wire('a')], { next: 'page-2' }));
    pages.set('page-2', failure('gone'));
    expect(await told()).toBe('gone');
    pages.set('page-2', pageOf([wire('b')], { delta: 'cursor-2' }));
    expect(await told()).toEqual([]);
    expect(state()).toMatchObject({ phase: 'watching', cursor: 'cursor-2' });
  });
});
