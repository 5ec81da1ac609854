import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure, type GraphAnswer } from '../../../src/core/graph/graph.ts';
import type { WebhookView } from '../../../src/shared/snapshot.ts';
import type { WakeSource } from '../../../src/shared/snapshot.ts';
import { Webhooks } from '../../../src/core/webhook/webhooks.ts';
import type { WakeEvents } from '../../../src/core/wake/wake-events.ts';
import { freePort } from '../../support/free-port.ts';
import { heardLog, timerClock } from '../support/doubles.ts';
import { answerOf, ScriptedGraph } from '../support/scripted-graph.ts';

const url = 'https://bell.example.com/hook';

let choice: WebhookView;
let graph: ScriptedGraph;
let listing: GraphAnswer;
let kept: Map<string, string>;
let webhooks: Webhooks;
let made: number;
/** Until when the key store writes nothing. */
let writing: Promise<void>;

beforeEach(async () => {
  choice = { url, port: await freePort(), use: 'fallback' };
  made = 0;
  writing = Promise.resolve();
  kept = new Map();
  listing = answerOf({ value: [] });
  graph = new ScriptedGraph(() => listing);
  graph.answerChange = ({ method, body }) => {
    if (method === 'DELETE') return answerOf(null);
    made += 1;
    const expirationDateTime = new Date(Date.now() + 3_600_000).toISOString();
    return answerOf({ ...body, id: `s-${made}`, expirationDateTime });
  };
  webhooks = new Webhooks({
    choice: () => choice,
    allowsLoopback: false,
    secrets: {
      read: async (accountId) => kept.get(accountId) ?? null,
      write: async (accountId, text) => {
        await writing;
        if (text === null) kept.delete(accountId);
        else kept.set(accountId, text);
      },
    },
    clock: timerClock,
    log: heardLog(),
  });
});

afterEach(() => webhooks.stop());

/** Somebody who is woken, and what that one has heard. */
function holder(): WakeEvents & { readonly heard: string[] } {
  const heard: string[] = [];
  return {
    heard,
    onWake: (cause) => heard.push(cause),
    onState: (state) => heard.push('reason' in state ? state.reason : state.state),
    onAsking: () => undefined,
    onGraph: () => undefined,
  };
}

const driveOf = (driveId = 'b!1', wakeBy: WakeSource = 'push') =>
  webhooks.of({ driveId, accountId: 'a-1', graph, wakeBy: () => wakeBy });

const asked = (): readonly string[] => graph.changes.map(({ method, path }) => `${method} ${path}`);

const live = (one: { readonly heard: string[] }): Promise<void> =>
  expect.poll(() => one.heard.at(-1)).toBe('live');

async function say(value: readonly object[]): Promise<number> {
  const body = JSON.stringify({ value });
  const hook = `http://127.0.0.1:${choice.port}/hook`;
  return (await fetch(hook, { method: 'POST', body })).status;
}

const secret = (): string =>
  graph.changes.find((one) => one.method === 'POST')?.body['clientState'] ?? '';

describe('two watches of one drive', () => {
  it('share its subscription until neither wants it', async () => {
    webhooks.follow();
    const [first, second] = [holder(), holder()];
    const holds = [driveOf('b!1').hold(first), driveOf('B!1').hold(second)];
    await live(first);
    expect(second.heard).toEqual(first.heard);
    await say([{ subscriptionId: 's-1', clientState: secret() }]);
    await expect
      .poll(() => [first.heard.at(-1), second.heard.at(-1)])
      .toEqual(['webhook', 'webhook']);
    holds[0]?.release();
    expect(asked()).toEqual(['POST /subscriptions']);
    holds[1]?.release();
    await expect.poll(asked).toEqual(['POST /subscriptions', 'DELETE /subscriptions/s-1']);
    await expect.poll(() => webhooks.isIdle).toBe(true);
  });

  it('that comes back while the old one is deleted waits for that', async () => {
    webhooks.follow();
    const first = holder();
    const hold = driveOf().hold(first);
    await live(first);
    hold.release();
    const again = holder();
    driveOf().hold(again);
    await live(again);
    expect(asked()).toEqual([
      'POST /subscriptions',
      'DELETE /subscriptions/s-1',
      'POST /subscriptions',
    ]);
  });

  it('waits for that too where another has come and gone meanwhile', async () => {
    webhooks.follow();
    const [first, last] = [holder(), holder()];
    const hold = driveOf().hold(first);
    await live(first);
    const deleted = Promise.withResolvers<void>();
    const usual = graph.answerChange;
    graph.answerChange = async (change, signal) => {
      if (change.method === 'DELETE') await deleted.promise;
      return usual(change, signal);
    };
    hold.release();
    driveOf().hold(holder()).release();
    driveOf().hold(last);
    await expect.poll(asked).toEqual(['POST /subscriptions', 'DELETE /subscriptions/s-1']);
    deleted.resolve();
    await live(last);
    expect(asked()).toEqual([
      'POST /subscriptions',
      'DELETE /subscriptions/s-1',
      'POST /subscriptions',
    ]);
  });
});

it('whose subscription could not be deleted when nobody watches it any more has it deleted later', async () => {
  webhooks.follow();
  const one = holder();
  const hold = driveOf().hold(one);
  await live(one);
  const usual = graph.answerChange;
  const down = failure('microsoft-down');
  graph.answerChange = (change, signal) =>
    change.method === 'DELETE' ? down : usual(change, signal);
  vi.useFakeTimers();
  hold.release();
  await vi.advanceTimersByTimeAsync(1000);
  graph.answerChange = usual;
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  vi.useRealTimers();
  expect([asked().at(-1), kept.size]).toEqual(['DELETE /subscriptions/s-1', 0]);
});

describe('the way in', () => {
  it('moves to another port, and Microsoft is made to ask there', async () => {
    webhooks.follow();
    const one = holder();
    driveOf().hold(one);
    await live(one);
    const before = choice.port;
    choice = { ...choice, port: await freePort() };
    webhooks.follow();
    await expect.poll(() => say([]).catch(() => 0)).toBe(202);
    await expect(fetch(`http://127.0.0.1:${before}/hook`)).rejects.toThrow('fetch failed');
    expect(webhooks.report).toMatchObject({ state: 'listening', subscriptions: 1 });
    await live(one);
    expect(asked()).toEqual([
      'POST /subscriptions',
      'DELETE /subscriptions/s-1',
      'POST /subscriptions',
    ]);
  });

  it('hears what Microsoft says of a subscription that is about to give way', async () => {
    webhooks.follow();
    const one = holder();
    const hold = driveOf().hold(one);
    await live(one);
    const usual = graph.answerChange;
    graph.answerChange = (change, signal) =>
      change.method === 'DELETE' ? failure('no-network') : usual(change, signal);
    hold.again();
    await expect.poll(() => one.heard.at(-1)).toBe('no-network');
    await say([{ subscriptionId: 's-1', clientState: secret() }]);
    // It is tried again meanwhile, which may be heard after it.
    await expect.poll(() => one.heard).toContain('webhook');
    expect(webhooks.report.ignored).toBe(0);
    graph.answerChange = usual;
  });

  it('is there for nobody else', async () => {
    webhooks.follow();
    const one = holder();
    driveOf().hold(one);
    await live(one);
    const true1 = { subscriptionId: 's-1', clientState: secret() };
    await say([true1, { ...true1, clientState: 'guess' }, { ...true1, subscriptionId: 's-2' }, {}]);
    await expect.poll(() => webhooks.report.ignored).toBe(3);
    expect(one.heard.filter((what) => what === 'webhook')).toHaveLength(1);
  });
});

describe('an account that goes', () => {
  it('takes along what it holds, and what it held a moment ago', async () => {
    webhooks.follow();
    const [one, other] = [holder(), holder()];
    const hold = driveOf('b!1').hold(one);
    driveOf('b!2').hold(other);
    await Promise.all([live(one), live(other)]);
    const answered = Promise.withResolvers<void>();
    const { answerChange } = graph;
    graph.answerChange = async (change, signal) => {
      if (change.method === 'DELETE') await answered.promise;
      return answerChange(change, signal);
    };
    hold.release();
    let isDone = false;
    const leaving = webhooks.leave('a-1').then(() => (isDone = true));
    await expect.poll(() => asked().filter((each) => each.startsWith('DELETE'))).toHaveLength(2);
    expect([isDone, webhooks.isIdle]).toEqual([false, false]);
    answered.resolve();
    await leaving;
    expect([webhooks.isIdle, webhooks.report.subscriptions, kept.size]).toEqual([true, 0, 0]);
  });

  it('is asked for no more', async () => {
    listing = failure('no-network');
    vi.useFakeTimers();
    const tidying = webhooks.tidy('a-1', graph);
    await vi.advanceTimersByTimeAsync(0);
    expect(graph.asked).toHaveLength(1);
    await webhooks.leave('a-1');
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    vi.useRealTimers();
    await tidying;
    expect(graph.asked).toHaveLength(1);
  });
});

it.each([
  ['an account goes', (one: Webhooks) => one.leave('a-1')],
  ['all ends', (one: Webhooks) => one.stop()],
])('nobody waits longer than seven seconds when %s, whatever hangs', async (_when, end) => {
  webhooks.follow();
  const one = holder();
  driveOf().hold(one);
  await live(one);
  const never = Promise.withResolvers<void>();
  writing = never.promise;
  vi.useFakeTimers();
  let isDone = false;
  const ended = end(webhooks).then(() => (isDone = true));
  await vi.advanceTimersByTimeAsync(6999);
  expect([isDone, asked().at(-1)]).toEqual([false, 'DELETE /subscriptions/s-1']);
  await vi.advanceTimersByTimeAsync(1);
  vi.useRealTimers();
  await ended;
  never.resolve();
});

describe('for which drives', () => {
  it.each([
    [{ url: null }, 'push', 'off'],
    [{ url: null }, 'webhook', 'off'],
    [{ url: 'http://10.0.0.1/hook' }, 'webhook', 'off'],
    [{}, 'push', 'fallback'],
    [{}, 'webhook', 'first'],
    [{ use: 'all' }, 'push', 'first'],
  ] as const)('%j and a drive woken by %s: %s', (wished, wakeBy, expected) => {
    choice = { ...choice, ...wished };
    expect(driveOf('b!1', wakeBy).use()).toBe(expected);
  });
});

describe('what a crash has left', () => {
  const left = (id: string, notificationUrl: string): object => ({ id, notificationUrl });

  it('is deleted where it leads here, and nothing else', async () => {
    listing = answerOf({ value: [left('s-8', url), left('s-9', 'https://other.example.com'), 7] });
    await webhooks.tidy('a-1', graph);
    expect(asked()).toEqual(['DELETE /subscriptions/s-8']);
    await webhooks.tidy('a-1', graph);
    expect(asked()).toHaveLength(1);
  });

  it('is found by what was kept, where there is no address any more', async () => {
    choice = { ...choice, url: null };
    kept.set('a-1', JSON.stringify({ 'b!7': { id: 's-7', clientState: 'x' } }));
    await webhooks.tidy('a-1', graph);
    expect([graph.asked, asked(), kept.size]).toEqual([[], ['DELETE /subscriptions/s-7'], 0]);
  });

  it('is remembered where Microsoft will not delete it', async () => {
    kept.set('a-1', JSON.stringify({ 'b!7': { id: 's-7', clientState: 'x' } }));
    graph.answerChange = () => failure('no-access');
    await webhooks.tidy('a-1', graph);
    expect([asked(), kept.get('a-1')]).toEqual([
      ['DELETE /subscriptions/s-7'],
      expect.stringContaining('s-7'),
    ]);
  });

  it('is deleted in the end, and hinders nobody meanwhile', async () => {
    kept.set('a-1', JSON.stringify({ 'b!7': { id: 's-7', clientState: 'x' } }));
    const usual = graph.answerChange;
    const down = failure('microsoft-down');
    graph.answerChange = (change, signal) =>
      change.method === 'DELETE' ? down : usual(change, signal);
    vi.useFakeTimers();
    webhooks.follow();
    const tidying = webhooks.tidy('a-1', graph);
    const one = holder();
    driveOf().hold(one);
    await vi.waitUntil(() => one.heard.at(-1) === 'live', { timeout: 15_000 });
    graph.answerChange = usual;
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    vi.useRealTimers();
    await tidying;
    expect([asked().at(-1), Object.keys(JSON.parse(kept.get('a-1') ?? ''))]).toEqual([
      'DELETE /subscriptions/s-7',
      ['b!1'],
    ]);
    expect(graph.asked).toHaveLength(1);
  });

  it('is not asked for where there is neither', async () => {
    choice = { ...choice, url: null };
    await webhooks.tidy('a-1', graph);
    expect([graph.asked, asked()]).toEqual([[], []]);
  });

  it('is no hindrance where Microsoft does not say', async () => {
    listing = failure('no-access');
    webhooks.follow();
    const one = holder();
    driveOf().hold(one);
    await live(one);
    expect(asked()).toEqual(['POST /subscriptions']);
  });

  it('gives way to another where its drive is wanted', async () => {
    kept.set('a-1', JSON.stringify({ 'b!1': { id: 's-7', clientState: 'x' } }));
    listing = answerOf({ value: [left('s-7', url)] });
    webhooks.follow();
    const one = holder();
    driveOf().hold(one);
    await live(one);
    expect(asked()).toEqual(['DELETE /subscriptions/s-7', 'POST /subscriptions']);
  });
});
