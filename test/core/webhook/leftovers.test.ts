import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { failure, type GraphAnswer } from '../../../src/core/graph/graph.ts';
import { KeptSubscriptions } from '../../../src/core/webhook/kept.ts';
import { Leftovers } from '../../../src/core/webhook/leftovers.ts';
import { heardLog } from '../support/doubles.ts';
import { answerOf, ScriptedGraph } from '../support/scripted-graph.ts';

const url = 'https://bell.example.com/hook';
const left = (id: string): object => ({ id, notificationUrl: url });

let listing: (target: string) => GraphAnswer;
let graph: ScriptedGraph;
let kept: KeptSubscriptions;
let held: Set<string>;
let end: AbortController;
let leftovers: Leftovers;

beforeEach(() => {
  vi.useFakeTimers();
  listing = () => answerOf({ value: [left('s-1'), left('s-2')] });
  graph = new ScriptedGraph((target) => listing(target));
  graph.answerChange = () => answerOf(null);
  const secrets = { read: async () => null, write: async () => undefined };
  kept = new KeptSubscriptions(secrets, 'a-1', heardLog());
  held = new Set();
  end = new AbortController();
  leftovers = new Leftovers({
    graph,
    kept,
    url: () => url,
    isHeld: (id) => held.has(id),
    signal: end.signal,
  });
});

afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

const deleted = (): readonly string[] =>
  graph.changes.map(({ path }) => path.replace('/subscriptions/', ''));

it('are found on every page', async () => {
  listing = (target) =>
    target === '/subscriptions'
      ? answerOf({ value: [left('s-1')], '@odata.nextLink': 'second page' })
      : answerOf({ value: [left('s-2')] });
  await leftovers.tidy();
  expect([graph.asked, deleted()]).toEqual([
    ['/subscriptions', 'second page'],
    ['s-1', 's-2'],
  ]);
});

it('are looked for once, and deleted by who began, however many could not delete theirs', async () => {
  graph.answerChange = () => failure('microsoft-down');
  const tidying = leftovers.tidy();
  for (const id of ['s-3', 's-4', 's-5', 's-6']) leftovers.add(id);
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  // At 5 s, 10 s, 20 s and so on, up to every ten minutes, six each time.
  expect(deleted().length).toBeLessThan(6 * 30);
  graph.answerChange = () => answerOf(null);
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  await tidying;
  expect(new Set(deleted().slice(-6)).size).toBe(6);
  expect(graph.asked).toEqual(['/subscriptions']);
});

it('keep nobody waiting while they are deleted', async () => {
  graph.answerChange = () => new Promise(() => undefined);
  void leftovers.tidy();
  expect(await leftovers.look(end.signal)).toBeNull();
});

it('are not what somebody holds, or will delete himself', async () => {
  held.add('s-1');
  await kept.keep('b!1', { id: 's-1', clientState: 'x' });
  await leftovers.tidy();
  expect([deleted(), (await kept.of('b!1'))?.id]).toEqual([['s-2'], 's-1']);
});

it('that were kept are deleted though Microsoft lists nothing', async () => {
  await kept.keep('b!7', { id: 's-7', clientState: 'x' });
  listing = () => failure('no-access');
  await leftovers.tidy();
  expect([deleted(), await kept.of('b!7')]).toEqual([['s-7'], null]);
});

it('are looked for again where Microsoft could not be asked', async () => {
  listing = () => failure('no-network');
  expect(await leftovers.look(end.signal)).toMatchObject({ code: 'no-network' });
  listing = () => answerOf({ value: [left('s-1')] });
  expect(await leftovers.look(end.signal)).toBeNull();
  await leftovers.tidy();
  expect(deleted()).toEqual(['s-1']);
});

it('leave in peace what has taken the place of one meanwhile', async () => {
  await kept.keep('b!7', { id: 's-7', clientState: 'x' });
  listing = () => answerOf({ value: [] });
  graph.answerChange = async () => {
    held.add('s-8');
    await kept.keep('b!7', { id: 's-8', clientState: 'y' });
    return answerOf(null);
  };
  await leftovers.tidy();
  expect([deleted(), (await kept.of('b!7'))?.id]).toEqual([['s-7'], 's-8']);
});
