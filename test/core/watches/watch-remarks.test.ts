import { afterEach, beforeEach, expect, it } from 'vitest';
import { failure, type GraphAnswer } from '../../../src/core/graph/graph.ts';
import { answerOf, pageOf, wire, wireGone } from '../support/scripted-graph.ts';
import { minute, second, WatchBench } from '../support/watch-bench.ts';

let bench: WatchBench;
let asked: number;

beforeEach(async () => {
  bench = new WatchBench();
  await bench.started();
  asked = 0;
});

afterEach(() => bench.end());

function feed(answer: () => GraphAnswer | Promise<GraphAnswer>): void {
  bench.activities = () => {
    asked += 1;
    return answer();
  };
}

/** Ada has commented on a file and mentioned the reader. */
function mention(itemId: string): GraphAnswer {
  const value = [
    {
      id: `a-${itemId}`,
      action: { comment: {}, mention: { mentionees: [{ user: { id: 'me' } }] } },
      actor: { user: { id: 'ada-id', displayName: 'Ada' } },
      driveItem: { id: itemId },
      times: { recordedDateTime: new Date().toISOString() },
    },
  ];
  return answerOf({ value });
}

async function edited(): Promise<void> {
  const parts = { eTag: `${Date.now()}`, createdDateTime: new Date().toISOString() };
  bench.delta = () => pageOf([wire('one', parts)], { delta: 'cursor' });
  await bench.push();
}

it('a remark is told when the feed tells it; what was found with it does not wait', async () => {
  feed(async () => {
    await new Promise((resolve) => setTimeout(resolve, 40 * second));
    return mention('one');
  });
  await edited();
  expect(bench.told).toEqual(['created one.txt']);
  await bench.pass(40 * second);
  expect(bench.told).toEqual(['created one.txt', 'mentioned one.txt']);
  expect(bench.store.activity.page(null, 1)).toMatchObject([{ actor: 'Ada', own: false }]);
});

it('polls bring what no edit came with', async () => {
  await edited();
  bench.quiet();
  await bench.pass(62 * minute);
  feed(() => mention('one'));
  bench.delta = bench.nothingNew;
  await bench.pass(62 * minute);
  expect(bench.told).toEqual(['mentioned one.txt']);
  expect(asked).toBeGreaterThan(1);
});

it('a feed refused to one question is not asked the other', async () => {
  feed(() => failure('not-found'));
  await edited();
  expect(asked).toBe(1);
  bench.delta = () => pageOf([wireGone('one')], { delta: 'cursor' });
  await bench.push();
  expect([asked, bench.told]).toEqual([1, ['created one.txt', 'deleted one.txt']]);
});

it('nothing is asked, nor told, after the end', async () => {
  let late: (answer: GraphAnswer) => void = () => undefined;
  feed(() => new Promise((resolve) => (late = resolve)));
  await edited();
  bench.watch.stop();
  late(mention('one'));
  await bench.pass(60 * minute);
  expect([asked, bench.told]).toEqual([1, ['created one.txt']]);
});
