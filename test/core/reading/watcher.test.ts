import { beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../../src/core/graph/graph.ts';
import { noon, said } from '../support/doubles.ts';
import { answerOf, pageOf, wire, wireGone } from '../support/scripted-graph.ts';
import { WatcherBench, latest, made, minute } from '../support/watcher-bench.ts';

let store: WatcherBench['store'];
let clock: WatcherBench['clock'];
let pages: WatcherBench['pages'];
let graph: WatcherBench['graph'];
let log: WatcherBench['log'];
let read: WatcherBench['read'];
let told: WatcherBench['told'];
let state: WatcherBench['state'];
let names: WatcherBench['names'];
let learned: WatcherBench['learned'];
let endlessly: WatcherBench['endlessly'];

beforeEach(() => {
  ({ store, clock, pages, graph, log, read, told, state, names, learned, endlessly } =
    new WatcherBench());
});

describe('the first look', () => {
  it('tells nothing of what is there, and all that comes', async () => {
    pages.set(latest, pageOf([], { delta: 'cursor-1' }));
    expect(await told()).toEqual([]);
    expect(graph.asked).toHaveLength(1);
    expect(state()).toEqual({
      phase: 'watching',
      cursor: 'cursor-1',
      generation: 1,
      readAt: noon,
      rootId: null,
    });
    pages.set('cursor-1', pageOf([wire('a'), made('b', 1)], { delta: 'cursor-2' }));
    expect(await told()).toEqual(['changed a.txt', 'created b.txt']);
  });

  it('remembers what is listed all the same, to the last page', async () => {
    pages.set(latest, pageOf([wire('a')], { next: 'page-2' }));
    pages.set('page-2', pageOf([wire('b')], { delta: 'cursor-1' }));
    expect(await told()).toEqual([]);
    expect(store.memory.count()).toBe(2);
    expect(state()).toMatchObject({ phase: 'watching', cursor: 'cursor-1' });
  });

  it('keeps nothing when it did not come to its end', async () => {
    pages.set(latest, pageOf([wire('a')], { next: 'page-2' }));
    pages.set('page-2', failure('no-network'));
    expect(await told()).toBe('no-network');
    expect([state().cursor, store.memory.count()]).toEqual([null, 0]);
  });

  it('that is not understood reads everything instead, silently', async () => {
    pages.set(latest, failure('refused', null, 'invalidRequest'));
    pages.set('whole', pageOf([wire('a'), wire('b')], { delta: 'cursor-1' }));
    expect(await told()).toEqual([]);
    expect([state().cursor, names(), store.memory.count()]).toEqual(['cursor-1', 'known', 2]);
  });
});

describe('folders that nobody has listed', () => {
  const at = (parent: string): object => ({ parentReference: { id: parent } });
  const folder = (id: string, parent: string): object =>
    wire(id, { folder: {}, file: undefined, name: id, ...at(parent) });

  it('are looked up once, to the top, and not told', async () => {
    await learned();
    pages.set('/drives/drive-1/items/deep', answerOf(folder('deep', 'high')));
    pages.set('/drives/drive-1/items/high', answerOf(folder('high', 'root')));
    pages.set('cursor-1', pageOf([made('a', 1, at('deep'))], { delta: 'cursor-2' }));
    const { rows } = await read();
    expect(rows).toMatchObject([{ kinds: ['created'], name: 'a.txt', place: ['high', 'deep'] }]);
    graph.asked.length = 0;
    pages.set('cursor-2', pageOf([made('b', 1, at('deep'))], { delta: 'cursor-3' }));
    expect((await read()).rows[0]?.place).toEqual(['high', 'deep']);
    expect(graph.asked).toEqual(['cursor-2']);
  });

  it('that cannot be looked up leave the place as far as it is known', async () => {
    await learned();
    pages.set('cursor-1', pageOf([made('a', 1, at('deep'))], { delta: 'cursor-2' }));
    expect((await read()).rows).toMatchObject([{ name: 'a.txt', place: [] }]);
    expect(state().cursor).toBe('cursor-2');
  });

  it('show where the root is', async () => {
    await learned();
    store.states.save(store.watchId, { ...state(), rootId: null });
    pages.set('/drives/drive-1/items/root', answerOf(wire('root', { root: {}, folder: {} })));
    pages.set('cursor-1', pageOf([made('a', 1)], { delta: 'cursor-2' }));
    await read();
    expect(state().rootId).toBe('root');
  });

  it('are not looked up where Microsoft asks us to slow down', async () => {
    await learned();
    graph.pace.throttled();
    pages.set('cursor-1', pageOf([made('a', 1, at('deep'))], { delta: 'cursor-2' }));
    await read();
    expect(graph.asked).toEqual(['cursor-1']);
  });
});

describe('while names are being learned', () => {
  beforeEach(async () => {
    pages.set(latest, pageOf([], { delta: 'cursor-1' }));
    await read();
  });

  it('folders are not told: they are listed with whatever changed below them', async () => {
    const items = [
      wire('f', { folder: {}, file: undefined }),
      wire('a', { parentReference: { id: 'f' } }),
    ];
    pages.set('cursor-1', pageOf(items, { delta: 'cursor-2' }));
    const { rows } = await read();
    expect(said(rows)).toEqual(['changed a.txt']);
    expect(rows[0]?.place).toEqual(['f.txt']);
  });

  it('of what is deleted the number is told, and it is not learned any more', async () => {
    const inFolder = { ...wireGone('c'), parentReference: { id: 'b' } };
    pages.set('cursor-1', pageOf([wireGone('a'), wireGone('b'), inFolder], { delta: 'cursor-2' }));
    const { rows } = await read();
    expect(rows).toMatchObject([{ kinds: ['deleted'], name: null, descendants: 1 }]);
    expect(['a', 'b', 'c'].map((id) => store.memory.wasBuried(id))).toEqual([true, true, true]);
    pages.set('cursor-2', pageOf([wireGone('a')], { delta: 'cursor-3' }));
    expect(await told()).toEqual([]);
  });

  it('a lost cursor reads everything, tells what is newer, and nothing is left to learn', async () => {
    const at = new Date(noon + minute).toISOString();
    clock.ms += 5 * minute;
    pages.set('cursor-1', failure('gone'));
    const items = [wire('old'), made('new', 1), wire('edited', { lastModifiedDateTime: at })];
    pages.set('whole', pageOf(items, { delta: 'cursor-2' }));
    expect(await told()).toEqual(['created new.txt', 'changed edited.txt']);
    expect([names(), store.memory.count()]).toEqual(['known', 3]);
  });

  it('of a drive with too many files a whole reading keeps those that are known already', async () => {
    store.names.save(store.watchId, { state: 'folders', link: null });
    pages.set('cursor-1', pageOf([wire('a')], { delta: 'cursor-2' }));
    await read();
    pages.set('cursor-2', failure('gone'));
    const items = [wire('a'), wire('b'), wire('f', { folder: {}, file: undefined })];
    pages.set('whole', pageOf(items, { delta: 'cursor-3' }));
    expect(await told()).toEqual([]);
    expect(['a', 'b', 'f'].map((id) => store.memory.get(id)?.id)).toEqual(['a', undefined, 'f']);
    expect(names()).toBe('folders');
  });

  it('of a drive with too many files a whole reading tells what is new, and once', async () => {
    store.names.save(store.watchId, { state: 'folders', link: null });
    clock.ms += 5 * minute;
    pages.set('cursor-1', failure('gone'));
    pages.set('whole', pageOf([made('new', 1), wire('old')], { delta: 'cursor-2' }));
    expect(await told()).toEqual(['created new.txt']);
    expect(['new', 'old'].map((id) => store.memory.get(id)?.name)).toEqual(['new.txt', undefined]);
    pages.set('cursor-2', failure('gone'));
    expect(await told()).toEqual([]);
  });
});

describe('a reading', () => {
  it('tells what is new since the cursor', async () => {
    await learned(wire('a'));
    const items = [wire('a', { eTag: 'a,2', name: 'A.txt' }), wire('b')];
    pages.set('cursor-1', pageOf(items, { delta: 'cursor-2' }));
    expect(await told()).toEqual(['renamed A.txt', 'appeared b.txt']);
    expect(graph.asked).toEqual(['cursor-1']);
    expect(state()).toMatchObject({ cursor: 'cursor-2' });
  });

  it('takes its pages together: the last word on an item counts', async () => {
    await learned(wire('a'));
    pages.set('cursor-1', pageOf([wire('a', { eTag: 'a,2', name: '1.txt' })], { next: 'page-2' }));
    pages.set('page-2', pageOf([wire('a', { eTag: 'a,3', name: '2.txt' })], { delta: 'cursor-2' }));
    expect(await told()).toEqual(['renamed 2.txt']);
  });

  it('keeps nothing of a run that did not come to its end', async () => {
    await learned(wire('a'));
    pages.set('cursor-1', pageOf([wire('b')], { next: 'page-2' }));
    pages.set('page-2', failure('no-network'));
    expect(await told()).toBe('no-network');
    expect(state()).toMatchObject({ cursor: 'cursor-1' });
    expect(store.memory.count()).toBe(1);
    pages.set('page-2', pageOf([], { delta: 'cursor-2' }));
    expect(await told()).toEqual(['appeared b.txt']);
  });

  it('that is ended writes nothing more', async () => {
    await learned(wire('a'));
    const end = new AbortController();
    graph.answer = () => {
      end.abort();
      return pageOf([wire('b')], { delta: 'cursor-2' });
    };
    expect(await read(end.signal)).toEqual({ ok: true, rows: [], listed: 0 });
    expect([state().cursor, store.memory.get('b')]).toEqual(['cursor-1', null]);
  });

  it('with a link to somebody else changes nothing', async () => {
    await learned(wire('a'));
    pages.set('cursor-1', pageOf([wire('b')], { delta: 'https://foreign.example/delta' }));
    expect(await told()).toBe('unexpected-answer');
    expect([state().cursor, store.memory.get('b')]).toEqual(['cursor-1', null]);
  });

  it('from a cursor that is nobody of ours reads everything and compares', async () => {
    await learned(wire('a'));
    store.states.save(store.watchId, { ...state(), cursor: 'https://foreign.example/delta' });
    pages.set('whole', pageOf([wire('a', { eTag: 'a,2', name: 'A.txt' })], { delta: 'cursor-2' }));
    expect(await told()).toEqual(['renamed A.txt']);
    expect(graph.asked.some((target) => target.includes('foreign'))).toBe(false);
  });

  it('without either link changes nothing', async () => {
    await learned(wire('a'));
    pages.set('cursor-1', pageOf([wire('b'), wireGone('a')], null));
    expect(await told()).toBe('delta-without-link');
    expect(state()).toMatchObject({ phase: 'watching', cursor: 'cursor-1' });
    expect([store.memory.get('a')?.id, store.memory.get('b')]).toEqual(['a', null]);
  });

  it.each([
    ['that is its own', 'cursor-1'],
    ['met before', 'page-2'],
  ])('ends at a next link %s', async (_what, link) => {
    await learned(wire('a'));
    pages.set('cursor-1', pageOf([], { next: 'page-2' }));
    pages.set('page-2', pageOf([], { next: link }));
    expect(await told()).toBe('endless');
    expect(graph.asked).toEqual(['cursor-1', 'page-2']);
    expect(state()).toMatchObject({ phase: 'watching', cursor: 'cursor-1' });
  });

  it('ends after five thousand pages, and begins there again', async () => {
    await learned();
    endlessly(7000);
    expect(await told()).toBe('endless');
    expect(graph.asked).toHaveLength(5000);
    expect(state()).toMatchObject({ phase: 'watching', cursor: 'cursor-1' });
    expect(store.memory.count()).toBe(0);
  });

  it('takes a page of any length', async () => {
    const many = Array.from({ length: 130_000 }, (_, n) => wire(`f${n}`, { root: {} }));
    await learned();
    pages.set('cursor-1', pageOf(many, { delta: 'cursor-2' }));
    expect(await told()).toEqual([]);
    expect(log.text()).toBe('');
    expect(state().cursor).toBe('cursor-2');
  });

  it('leaves out what is no item', async () => {
    await learned();
    const items = [{ name: 'no id' }, { id: 7 }, wire('a')];
    pages.set('cursor-1', pageOf(items, { delta: 'cursor-2' }));
    expect(log.events).toEqual([]);
    expect(await told()).toEqual(['appeared a.txt']);
    expect(log.text()).toBe('items-not-understood {"count":2}');
  });

  it('reports a store that cannot be written', async () => {
    await learned(wire('a'));
    pages.set('cursor-1', pageOf([wire('b')], { delta: 'cursor-2' }));
    store.database.exec(`CREATE TRIGGER full BEFORE INSERT ON item
      BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
    expect(await told()).toBe('storage-failed');
    store.database.exec('DROP TRIGGER full');
    expect(await told()).toEqual(['appeared b.txt']);
  });

  it('tells created from appeared by when it last succeeded', async () => {
    await learned();
    clock.ms += 60 * minute;
    pages.set('cursor-1', pageOf([wire('a')], { delta: 'cursor-2' }));
    await read();
    const at = (ms: number): object => ({ createdDateTime: new Date(ms).toISOString() });
    const items = [wire('young', at(clock.ms)), wire('old', at(clock.ms - 5 * minute))];
    pages.set('cursor-2', pageOf(items, { delta: 'cursor-3' }));
    clock.ms += minute;
    expect(await told()).toEqual(['created young.txt', 'appeared old.txt']);
  });
});
