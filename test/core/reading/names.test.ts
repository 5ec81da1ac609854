import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure, type GraphAnswer } from '../../../src/core/graph/graph.ts';
import { Names } from '../../../src/core/reading/names.ts';
import type { NamesState } from '../../../src/core/store/names-state.ts';
import { heardLog, openStore, type Store } from '../support/doubles.ts';
import { pageOf, ScriptedGraph, wire } from '../support/scripted-graph.ts';

const whole = '/drives/drive-1/root/delta?$select';

let store: Store;
let graph: ScriptedGraph;
let pages: Map<string, GraphAnswer | Promise<GraphAnswer>>;
/** Pages and readings as they come. */
let asked: string[];
let read: () => Promise<boolean>;
let names: Names;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(1);
  store = openStore();
  asked = [];
  pages = new Map();
  read = () => Promise.resolve(true);
  graph = new ScriptedGraph((target) => {
    const page = target.startsWith(whole) ? 'whole' : target;
    asked.push(page);
    return pages.get(page) ?? failure('not-found');
  });
  names = begin();
});

afterEach(() => {
  names.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function begin(most?: number): Names {
  return new Names({
    driveId: 'drive-1',
    graph,
    store,
    log: heardLog(),
    read: () => {
      asked.push('read');
      return read();
    },
    onChange: () => undefined,
    ...(most === undefined ? {} : { most }),
  });
}

async function pass(ms = 0): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

function state(): NamesState {
  return store.names.load(store.watchId);
}

function twoPages(): void {
  pages.set('whole', pageOf([wire('a'), wire('b')], { next: 'page-2' }));
  pages.set('page-2', pageOf([wire('c')], { delta: 'cursor' }));
}

it('are learned page by page, what is new being read before each is believed', async () => {
  twoPages();
  expect([names.known, names.isSettled]).toEqual([0, false]);
  names.start();
  await pass();
  expect(asked).toEqual(['whole', 'read', 'page-2', 'read']);
  expect([state(), store.memory.count()]).toEqual([{ state: 'known', link: null }, 3]);
  expect([names.known, names.isSettled]).toEqual([null, true]);
});

it('are learned once', async () => {
  twoPages();
  names.start();
  names.start();
  await pass();
  names.start();
  await pass();
  expect(asked).toHaveLength(4);
});

it('go on where they were after a restart', async () => {
  twoPages();
  const { promise, resolve } = Promise.withResolvers<GraphAnswer>();
  pages.set('page-2', promise);
  names.start();
  await pass();
  names.stop();
  resolve(pageOf([wire('c')], { delta: 'cursor' }));
  await pass();
  expect([state(), names.known]).toEqual([{ state: 'learning', link: 'page-2' }, 2]);
  asked.length = 0;
  names = begin();
  expect(names.known).toBe(2);
  names.start();
  await pass();
  expect([asked, store.memory.count()]).toEqual([['page-2', 'read'], 3]);
});

it('begin again where their page is lost, and keep what is known', async () => {
  store.names.save(store.watchId, { state: 'learning', link: 'page-9' });
  pages.set('page-9', failure('gone'));
  twoPages();
  names.start();
  await pass(2000);
  expect([state().state, store.memory.count()]).toEqual(['known', 3]);
});

it('wait as long as Microsoft asks for', async () => {
  pages.set('whole', failure('throttled', 60_000));
  names.start();
  await pass(59_000);
  expect(asked).toEqual(['whole']);
  twoPages();
  await pass(4000);
  expect(state().state).toBe('known');
});

it('are not believed as long as what is new cannot be read', async () => {
  twoPages();
  read = () => Promise.resolve(false);
  names.start();
  await pass(10_000);
  expect(store.memory.count()).toBe(0);
  read = () => Promise.resolve(true);
  await pass(20_000);
  expect(state().state).toBe('known');
});

it('go on after a write that failed', async () => {
  twoPages();
  store.database.exec(`CREATE TRIGGER full BEFORE INSERT ON names
    BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
  names.start();
  await pass();
  expect(state().link).toBeNull();
  store.database.exec('DROP TRIGGER full');
  await pass(2000);
  expect([state().state, store.memory.count()]).toEqual(['known', 3]);
});

it('that lead round in a circle come to an end', async () => {
  pages.set('whole', pageOf([wire('a')], { next: 'page-2' }));
  pages.set('page-2', pageOf([wire('b')], { next: 'page-3' }));
  pages.set('page-3', pageOf([wire('c')], { next: 'page-2' }));
  names.start();
  await pass(60_000);
  expect(asked.filter((one) => one !== 'read')).toEqual(['whole', 'page-2', 'page-3']);
  expect([state().state, store.memory.count()]).toEqual(['stopped', 3]);
});

it('of a drive with too many files are those of its folders', async () => {
  names = begin(2);
  pages.set('whole', pageOf([wire('a'), wire('b')], { next: 'page-2' }));
  const folder = wire('f', { folder: {}, file: undefined });
  pages.set('page-2', pageOf([wire('c'), folder], { delta: 'cursor' }));
  names.start();
  await pass();
  expect([state().state, store.memory.count()]).toEqual(['folders', 3]);
  expect(store.memory.get('c')).toBeNull();
});

it('are settled when they take long, though they are not known yet', async () => {
  pages.set('whole', new Promise(() => undefined));
  names.start();
  await pass(4999);
  expect(names.isSettled).toBe(false);
  await pass(1);
  expect(names.isSettled).toBe(true);
});

it('that were asked for before the computer slept are asked for again', async () => {
  pages.set('whole', new Promise(() => undefined));
  names.start();
  await pass();
  twoPages();
  names.again();
  await pass();
  expect(state().state).toBe('known');
});

it('that a whole reading has made needless are not learned', async () => {
  twoPages();
  read = () => {
    store.names.save(store.watchId, { state: 'known', link: null });
    return Promise.resolve(true);
  };
  names.start();
  await pass();
  expect([asked, store.memory.count()]).toEqual([['whole', 'read'], 0]);
});

describe('somebody who does not want to wait', () => {
  it('stops them, and may have them learned after all, from where they were', async () => {
    twoPages();
    const { promise, resolve } = Promise.withResolvers<GraphAnswer>();
    pages.set('page-2', promise);
    names.start();
    await pass();
    names.want(false);
    resolve(pageOf([wire('c')], { delta: 'cursor' }));
    await pass();
    expect([state().state, names.known, names.isSettled]).toEqual(['stopped', null, true]);
    asked.length = 0;
    names.want(true);
    await pass();
    expect([asked, state().state]).toEqual([['page-2', 'read'], 'known']);
  });

  it('has nothing to stop once they are known', () => {
    store.names.save(store.watchId, { state: 'known', link: null });
    names.want(false);
    expect(state().state).toBe('known');
  });
});
