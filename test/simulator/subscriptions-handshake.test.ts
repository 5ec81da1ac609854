import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Subscriber } from './support/subscriber.ts';

let client: Subscriber;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-03T09:00:00Z') });
  client = new Subscriber();
});

afterEach(() => {
  vi.useRealTimers();
});

const usual =
  /\?of=megan&validationToken=Validation%3a\+Testing\+client\+application\+reachability\+for\+subscription\+Request-Id%3a\+[\da-f-]{36}$/;

async function refused(): Promise<string> {
  const { status, body } = await client.create();
  expect([status, body.error.code]).toEqual([400, 'InvalidRequest']);
  expect(client.webhooks.all()).toEqual([]);
  return body.error.message;
}

test('both URLs are asked during the request, as Microsoft spells it', async () => {
  await client.created({ lifecycleNotificationUrl: client.lifecycleNotificationUrl });
  const [first, second] = client.listener.heard;
  expect(first).toMatchObject({ contentType: 'text/plain; charset=utf-8', body: '' });
  expect(first?.url).toMatch(usual);
  expect(second?.url).toMatch(/^https:\/\/bell\.example\.org\/life\?validationToken=Validation%3a/);
  expect(second?.url.split('validationToken=')[1]).not.toBe(
    first?.url.split('validationToken=')[1],
  );
  const log = client.webhooks.deliveries.all('validation');
  expect(log).toMatchObject([{ status: 200, outcome: 'taken' }, { outcome: 'taken' }]);
});

test('a listener that reads the token well is believed, whatever it says', async () => {
  client.cloud.knobs.validationToken = `<script>alert("a+b & 100 % ü")</script>`;
  expect(await client.create()).toMatchObject({ status: 201 });
});

test.each([
  ['another status', (token: string) => new Response(token, { status: 202, headers: plain })],
  ['an error', () => new Response('Bad gateway', { status: 502, headers: plain })],
  ['a redirect', () => new Response(null, { status: 308, headers: { location: '/other' } })],
])('%s is no answer', async (_what, answer) => {
  answerWith(answer);
  expect(await refused()).toContain('must respond with 200 OK');
});

const plain = { 'content-type': 'text/plain; charset=utf-8' };

test.each([
  ['HTML', (token: string) => new Response(token, { headers: { 'content-type': 'text/html' } })],
  ['no type', (token: string) => new Response(new TextEncoder().encode(token))],
  ['more', (token: string) => new Response(`${token}\n`, { headers: plain })],
  ['it encoded', (token: string) => new Response(encodeURIComponent(token), { headers: plain })],
  ['nothing', () => new Response('', { headers: plain })],
])('%s instead of the token is no answer', async (_what, answer) => {
  answerWith(answer);
  expect(await refused()).toContain('exactly match');
});

test('whoever cannot be reached has not answered', async () => {
  client.listener.answer = () => {
    throw new TypeError('fetch failed');
  };
  expect(await refused()).toContain('must respond with 200 OK');
  expect(client.webhooks.deliveries.all()).toMatchObject([{ status: 0, outcome: 'refused' }]);
});

test('ten seconds are the limit', async () => {
  client.listener.delayMs = 9_999;
  const made = client.create();
  await vi.advanceTimersByTimeAsync(9_999);
  expect(await made).toMatchObject({ status: 201 });
  client.webhooks.expire(client.webhooks.all()[0]?.id ?? '');
  client.listener.delayMs = 10_001;
  const late = refused();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await late).toBe('Subscription validation request timed out.');
});

test('a lifecycle URL that does not answer is enough to refuse', async () => {
  const good = client.listener.answer;
  client.listener.answer = (heard) =>
    heard.url.includes('/life') ? new Response(null, { status: 404 }) : good(heard);
  const { lifecycleNotificationUrl } = client;
  expect(await client.create({ lifecycleNotificationUrl })).toMatchObject({ status: 400 });
  expect(client.webhooks.all()).toEqual([]);
});

function answerWith(answer: (token: string) => Response): void {
  client.listener.answer = ({ url }) =>
    answer(new URL(url).searchParams.get('validationToken') ?? '');
}
