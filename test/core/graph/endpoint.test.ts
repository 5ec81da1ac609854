import { expect, it } from 'vitest';
import { askEndpoint } from '../../../src/core/graph/endpoint.ts';
import { failure, type GraphAnswer, type GraphFailureCode } from '../../../src/core/graph/graph.ts';
import { clouds } from '../../../src/core/clouds.ts';
import { handClock, noon } from '../support/doubles.ts';
import { answerOf, ScriptedGraph } from '../support/scripted-graph.ts';

const minute = 60_000;
const notificationUrl = 'https://eu1-0.pushnp.svc.ms/notifications?token=a%2Bb&applicationId=c';

async function ask(answer: GraphAnswer): ReturnType<typeof askEndpoint> {
  const signal = new AbortController().signal;
  const graph = new ScriptedGraph(() => answer, { now: () => noon });
  return askEndpoint(graph, 'b!x/y', clouds.global, { clock: handClock(), signal });
}

it('asks at the root of the drive, and keeps the URL whole', async () => {
  const graph = new ScriptedGraph(() => answerOf({ notificationUrl }));
  const signal = new AbortController().signal;
  const endpoint = await askEndpoint(graph, 'b!x/y', clouds.global, { clock: handClock(), signal });
  expect(graph.asked).toEqual(['/drives/b!x%2Fy/root/subscriptions/socketIo']);
  expect(endpoint.ok && endpoint.url.href).toBe(notificationUrl);
});

it.each<[string, unknown, number]>([
  ['with seven digits', '2026-11-21T12:30:00.8792357Z', 30 * minute + 879],
  ['missing', undefined, 25 * minute],
  ['null', null, 25 * minute],
  ['of another type', 7, 25 * minute],
  ['unreadable', 'soon', 25 * minute],
  ['of a clock that disagrees with ours', '2026-11-21T11:00:00Z', 25 * minute],
  ['nearly over', '2026-11-21T12:00:01Z', 10_000],
  ['far away', '2099-01-01T00:00:00Z', 24 * 60 * minute],
])('an expiry %s', async (_what, expirationDateTime, lifeMs) => {
  const endpoint = await ask(answerOf({ notificationUrl, expirationDateTime }));
  expect(endpoint.ok && endpoint.expiresAt - noon).toBe(lifeMs);
});

it('an expiry is measured by Microsoft’s clock', async () => {
  const answer = answerOf({ notificationUrl, expirationDateTime: '2026-11-21T13:30:00Z' });
  const graph = new ScriptedGraph(() => answer, { now: () => noon });
  graph.aheadMs = 60 * minute;
  const signal = new AbortController().signal;
  const endpoint = await askEndpoint(graph, 'b!x/y', clouds.global, { clock: handClock(), signal });
  expect(endpoint.ok && endpoint.expiresAt - noon).toBe(30 * minute);
});

it.each<[unknown, string]>([
  [{}, 'endpoint-without-url'],
  [null, 'endpoint-without-url'],
  ['text', 'endpoint-without-url'],
  [{ notificationUrl: 7 }, 'endpoint-without-url'],
  [{ notificationUrl: 'http://a.svc.ms/n' }, 'endpoint-not-https'],
  [{ notificationUrl: 'https://svc.ms.evil.example/n' }, 'endpoint-foreign-host'],
])('the answer %j is %s', async (value, reason) => {
  expect(await ask(answerOf(value))).toEqual({ ok: false, kind: 'push', reason });
});

it.each<[GraphFailureCode, string | null, string]>([
  ['refused', 'notSupported', 'push-not-offered'],
  ['refused', null, 'push-not-offered'],
  ['microsoft-down', 'notSupported', 'push-not-offered'],
  ['not-found', 'itemNotFound', 'push-refused'],
  ['no-access', 'accessDenied', 'push-refused'],
  ['gone', null, 'push-refused'],
])('the failure %s %s is %s', async (code, graphCode, reason) => {
  expect(await ask(failure(code, null, graphCode))).toEqual({ ok: false, kind: 'push', reason });
});

it.each<GraphFailureCode>([
  'no-network',
  'throttled',
  'microsoft-down',
  'signed-out',
  'client-id-wrong',
  'not-json',
  'unexpected-answer',
])('the failure %s is passed on: it is not about push', async (code) => {
  const failed = failure(code, 1000);
  expect(await ask(failed)).toEqual({ ok: false, kind: 'graph', failure: failed });
});
