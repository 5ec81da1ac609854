import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { failure, type GraphAnswer } from '../../../src/core/graph/graph.ts';
import type { ActivityRow } from '../../../src/shared/activity.ts';
import { answerOf, pageOf, wire, wireGone } from '../support/scripted-graph.ts';
import { second, WatchBench } from '../support/watch-bench.ts';

let bench: WatchBench;

beforeEach(async () => {
  bench = new WatchBench();
  await bench.started();
  bench.delta = () => pageOf([wire('one'), wire('two')], { delta: 'cursor' });
  await bench.push();
  bench.delta = () => pageOf([wireGone('one')], { delta: 'cursor' });
  bench.quiet();
});

afterEach(() => bench.end());

function feed(userId: string, itemId = 'one'): GraphAnswer {
  const value = [
    {
      id: `a-${itemId}`,
      action: { delete: {} },
      actor: { user: { id: userId, displayName: 'Ada' } },
      driveItem: { id: itemId },
      times: { recordedDateTime: new Date().toISOString() },
    },
  ];
  return answerOf({ value });
}

function newest(): ActivityRow | undefined {
  return bench.store.activity.page(null, 1)[0];
}

it('a deletion is listed at once, and told when it is known by whom', async () => {
  bench.activities = async () => {
    await new Promise((resolve) => setTimeout(resolve, second));
    return feed('ada-id');
  };
  await bench.push();
  expect(newest()).toMatchObject({ kinds: ['deleted'], name: 'one.txt', actor: null });
  expect(bench.told).toEqual([]);
  await bench.pass(second);
  expect(newest()).toMatchObject({ actor: 'Ada', own: false, read: false });
  expect(bench.told).toEqual(['deleted one.txt']);
});

it('one’s own deletion is listed as such and not told', async () => {
  bench.activities = () => feed('me');
  await bench.push();
  await bench.pass(5 * second);
  expect(newest()).toMatchObject({ actor: 'Ada', own: true, read: true });
  expect(bench.told).toEqual([]);
});

it('a deletion is told after three seconds at the latest', async () => {
  bench.activities = () => new Promise(() => undefined);
  await bench.push();
  await bench.pass(3 * second - 1);
  expect(bench.told).toEqual([]);
  await bench.pass(1);
  expect(bench.told).toEqual(['deleted one.txt']);
  expect(newest()).toMatchObject({ actor: null });
});

it('what else was found with it is told at once', async () => {
  bench.activities = () => new Promise(() => undefined);
  bench.delta = () => pageOf([wireGone('one'), wire('three')], { delta: 'cursor' });
  await bench.push();
  expect(bench.told).toEqual(['appeared three.txt']);
  await bench.pass(3 * second);
  expect(bench.told).toEqual(['appeared three.txt', 'deleted one.txt']);
});

it('a deletion is told at once where there is no such feed', async () => {
  bench.activities = () => failure('not-found');
  await bench.push();
  expect(bench.told).toEqual(['deleted one.txt']);
  bench.activities = () => new Promise(() => undefined);
  bench.delta = () => pageOf([wireGone('two')], { delta: 'cursor' });
  await bench.push();
  expect(bench.told).toEqual(['deleted one.txt', 'deleted two.txt']);
});

it('a deletion is told all the same when the actor cannot be written', async () => {
  bench.activities = () => feed('ada-id');
  vi.spyOn(bench.store.activity, 'setActors').mockImplementation(() => {
    throw new Error('disk full');
  });
  await bench.push();
  await bench.pass(0);
  expect(bench.told).toEqual(['deleted one.txt']);
});

it('a watch that ends waits for nothing, and a next start tells', async () => {
  bench.activities = () => new Promise(() => undefined);
  await bench.push();
  bench.watch.stop();
  expect(bench.store.activity.untold()).toMatchObject([{ name: 'one.txt' }]);
  await bench.pass(5 * second);
  expect(bench.told).toEqual([]);
  expect(bench.store.activity.untold()).toMatchObject([{ name: 'one.txt' }]);
});

it('several nameless items are told at once: nobody is asked for them', async () => {
  let asked = 0;
  bench.activities = () => {
    asked += 1;
    return new Promise(() => undefined);
  };
  bench.store.names.save(bench.store.watchId, { state: 'stopped', link: null });
  bench.delta = () => pageOf([wireGone('x'), wireGone('y')], { delta: 'cursor' });
  await bench.push();
  expect([bench.told, asked]).toEqual([['deleted ?'], 0]);
});
