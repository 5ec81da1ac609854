import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Subscriber, hour, inMinutes } from './support/subscriber.ts';

let client: Subscriber;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-03T09:00:00Z') });
  client = new Subscriber();
});

afterEach(() => {
  vi.useRealTimers();
});

const pass = async (ms: number) => await vi.advanceTimersByTimeAsync(ms);

/** Whether a change is told now. */
async function isTold(): Promise<boolean> {
  const before = client.listener.told.length;
  client.cloud.drives.finance.edit('/Budget/Budget.xlsx');
  await pass(0);
  return client.listener.told.length > before;
}

test('nothing is delivered once the token’s hour is over, until it is authorized again', async () => {
  const id = await client.created();
  await pass(hour - 2_000);
  expect(await isTold()).toBe(true);
  await pass(1_000);
  expect(await isTold()).toBe(false);
  expect(client.webhooks.deliveries.all('lifecycle')).toEqual([]);
  expect(await client.ask('POST', `/subscriptions/${id}/reauthorize`)).toEqual({
    status: 204,
    body: {},
  });
  expect(await isTold()).toBe(true);
  await pass(hour);
  expect(await isTold()).toBe(false);
  const expirationDateTime = inMinutes(600);
  await client.ask('PATCH', `/subscriptions/${id}`, { expirationDateTime });
  expect(await isTold()).toBe(true);
  client.webhooks.endAuthorization(id);
  expect(await isTold()).toBe(false);
});

test('a quarter of an hour before, its lifecycle URL is told', async () => {
  const { lifecycleNotificationUrl } = client;
  const subscriptionId = await client.created({ lifecycleNotificationUrl });
  await pass(2_698_000);
  expect(client.listener.told).toEqual([]);
  await pass(1_000);
  expect(client.listener.told).toEqual([
    [
      {
        subscriptionId,
        subscriptionExpirationDateTime: '2026-11-04T09:00:00.000Z',
        tenantId: client.cloud.accounts.work.tenantId,
        clientState: 'the state',
        lifecycleEvent: 'reauthorizationRequired',
      },
    ],
  ]);
  expect(client.listener.heard.at(-1)?.url).toBe(lifecycleNotificationUrl);
  await client.ask('POST', `/subscriptions/${subscriptionId}/reauthorize`);
  await pass(2_698_000);
  expect(client.listener.told).toHaveLength(1);
  await pass(1_000);
  expect(client.listener.told).toHaveLength(2);
  await pass(23 * hour);
  expect(client.listener.told).toHaveLength(2);
});

test('so it is before the subscription’s own end, and never of one that is gone', async () => {
  const { lifecycleNotificationUrl } = client;
  const order = { lifecycleNotificationUrl, expirationDateTime: inMinutes(30) };
  const id = await client.created(order);
  await pass(899_999);
  expect(client.listener.told).toEqual([]);
  await pass(1);
  expect(client.listener.told).toHaveLength(1);
  await client.ask('DELETE', `/subscriptions/${id}`);
  const gone = await client.created(order);
  await client.ask('DELETE', `/subscriptions/${gone}`);
  await pass(hour);
  expect(client.listener.told).toHaveLength(1);
});

test('with little time left, it is told once at half of it, even if the same token comes back', async () => {
  client.cloud.knobs.accessTokenSeconds = 600;
  const token = client.cloud.entra.accessToken(client.cloud.accounts.work.username);
  const { lifecycleNotificationUrl } = client;
  const id = await client.created({ lifecycleNotificationUrl }, { token });
  await pass(299_999);
  expect(client.listener.told).toEqual([]);
  await pass(1);
  expect(client.listener.told).toHaveLength(1);
  await client.ask('POST', `/subscriptions/${id}/reauthorize`, undefined, { token });
  await pass(hour);
  expect(client.listener.told).toHaveLength(1);
});

test('who does not answer is told again', async () => {
  const { lifecycleNotificationUrl } = client;
  const id = await client.created({ lifecycleNotificationUrl });
  client.listener.answer = () => new Response(null, { status: 500 });
  client.webhooks.remind(id);
  await pass(10_000);
  const log = client.webhooks.deliveries.all('lifecycle');
  expect(log.map(({ attempt, outcome }) => [attempt, outcome])).toEqual([
    [1, 'retried'],
    [2, 'retried'],
  ]);
});
