import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Subscriber, hour, inMinutes } from './support/subscriber.ts';

let client: Subscriber;
const file = '/Budget/Budget.xlsx';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-03T09:00:00Z') });
  client = new Subscriber();
});

afterEach(() => {
  vi.useRealTimers();
});

const pass = async (ms: number) => await vi.advanceTimersByTimeAsync(ms);
const outcomes = () => client.webhooks.deliveries.all('notification').map((one) => one.outcome);

describe('a change', () => {
  test('is told in one POST, without what it was', async () => {
    const subscriptionId = await client.created();
    client.cloud.drives.finance.edit(file);
    await pass(0);
    expect(client.listener.told).toEqual([
      [
        {
          subscriptionId,
          subscriptionExpirationDateTime: '2026-11-04T09:00:00.000Z',
          clientState: 'the state',
          changeType: 'updated',
          resource: `drives/${client.cloud.drives.finance.id}/root`,
          tenantId: client.cloud.accounts.work.tenantId,
          resourceData: null,
        },
      ],
    ]);
    const { url, contentType } = client.listener.heard.at(-1) ?? {};
    expect([url, contentType]).toEqual([client.notificationUrl, 'application/json']);
    expect(client.webhooks.deliveries.all('notification')).toEqual([
      {
        at: Date.now(),
        kind: 'notification',
        url: client.notificationUrl,
        subscriptions: [subscriptionId],
        attempt: 1,
        status: 202,
        tookMs: 0,
        outcome: 'taken',
      },
    ]);
  });

  test('has other names as OneDrive’s own page says', async () => {
    client.cloud.knobs.webhookForm = 'onedrive';
    const { personal: account } = client.cloud.accounts;
    const subscriptionId = await client.created({ resource: 'me/drive/root' }, { account });
    const { drives } = client.cloud;
    drives.personal.edit(drives.personal.paths('file')[0] ?? '');
    await pass(0);
    const [[value] = []] = client.listener.told;
    expect(value).toMatchObject({
      subscriptionId,
      userId: account.userId,
      resource: 'me/drive/root',
    });
    expect(value).toHaveProperty('expirationDateTime', '2026-11-04T09:00:00.000Z');
    expect(value).not.toHaveProperty('changeType');
  });

  test('comes late, with whatever else has come until then', async () => {
    client.cloud.knobs.webhookLagMs = 40_000;
    const finance = await client.created();
    const product = await client.created({ resource: client.root('product'), clientState: null });
    const notificationUrl = 'https://bell.example.org/else';
    await client.created({ resource: client.root('onedrive'), notificationUrl });
    client.cloud.drives.finance.edit(file);
    await pass(39_999);
    client.cloud.drives.product.bulk(1);
    client.cloud.drives.finance.edit(file);
    client.cloud.drives.onedrive.edit('/Reading list.docx');
    expect(client.listener.told).toEqual([]);
    await pass(1);
    const values = client.listener.told.flat();
    expect(values.map((value) => value['subscriptionId'])).toEqual([finance, product, finance]);
    expect(values[1]?.['clientState']).toBeNull();
    await pass(40_000);
    expect(client.listener.heard.at(-1)?.url).toBe(notificationUrl);
  });

  test('of very many fills several POSTs', async () => {
    await client.created();
    client.cloud.drives.finance.bulk(250);
    await pass(0);
    expect(client.listener.told.map((values) => values.length)).toEqual([100, 100, 50]);
  });

  test('that only shares is told on work drives to who wished it, and on personal ones', async () => {
    await client.created();
    const headers = { prefer: 'includesecuritywebhooks' };
    const resource = client.root('product');
    const wished = await client.created({ resource }, { headers });
    const { personal: account } = client.cloud.accounts;
    const own = await client.created({ resource: client.root('personal') }, { account });
    for (const drive of ['finance', 'product', 'personal'] as const) {
      const { [drive]: shared } = client.cloud.drives;
      shared.share(shared.paths('file')[0] ?? '');
    }
    await pass(0);
    const told = client.listener.told.flat().map((value) => value['subscriptionId']);
    expect(told).toEqual([wished, own]);
  });

  test('is told of a folder where it was in it, came into it or left it', async () => {
    const { personal: account } = client.cloud.accounts;
    const { personal } = client.cloud.drives;
    const { itemId } = personal.createFolder('/Here');
    personal.createFolder('/There');
    personal.createFolder('/Hereabouts');
    await client.created({ resource: `/me/drive/items/${itemId}` }, { account });
    const tell = async (change: () => void) => {
      const before = client.listener.told.length;
      change();
      await pass(0);
      return client.listener.told.length - before;
    };
    expect(await tell(() => personal.createFile('/There/a.txt'))).toBe(0);
    expect(await tell(() => personal.createFile('/Hereabouts/a.txt'))).toBe(0);
    expect(await tell(() => personal.move('/There/a.txt', '/Here'))).toBe(1);
    expect(await tell(() => personal.edit('/Here/a.txt'))).toBe(1);
    expect(await tell(() => personal.move('/Here/a.txt', '/There'))).toBe(1);
    expect(await tell(() => personal.rename('/Here', 'Yonder'))).toBe(1);
  });

  test('is told nobody who deleted it, lost the drive, or by the knob', async () => {
    const { colleague, work } = client.cloud.accounts;
    const { finance } = client.cloud.drives;
    const id = await client.created();
    await client.created({ notificationUrl: 'https://adele.example.org' }, { account: colleague });
    finance.edit(file);
    await client.ask('DELETE', `/subscriptions/${id}`);
    finance.refuse(colleague.username);
    finance.edit(file);
    await pass(hour);
    finance.admit(colleague.username);
    await client.created({ resource: '/me/drive/root' }, { account: work });
    client.cloud.knobs.webhookEvents = false;
    client.cloud.drives.onedrive.edit('/Reading list.docx');
    await pass(hour);
    expect(client.listener.told).toEqual([]);
  });
});

describe('a listener', () => {
  test('is tried for four hours, ever more seldom', async () => {
    await client.created({ expirationDateTime: inMinutes(42_300) }, longToken());
    client.listener.answer = () => new Response(null, { status: 503 });
    const began = Date.now();
    client.cloud.drives.finance.edit(file);
    await pass(6 * hour);
    const minutes = client.listener.heard.slice(1).map(({ at }) => (at - began) / 60_000);
    expect(minutes.map((one) => Math.round(one * 100) / 100)).toEqual([
      0, 0.17, 0.5, 1.17, 2.5, 5.17, 10.5, 21.17, 42.5, 85.17, 170.5,
    ]);
    expect(outcomes()).toEqual([...Array.from({ length: 10 }, () => 'retried'), 'given-up']);
    expect(client.webhooks.deliveries.all('notification').at(-1)).toMatchObject({ attempt: 11 });
  });

  test('that is back hears all of it at the next attempt', async () => {
    const id = await client.created();
    const good = client.listener.answer;
    client.listener.answer = () => {
      throw new TypeError('fetch failed');
    };
    client.cloud.drives.finance.edit(file);
    await pass(1_000);
    client.cloud.drives.finance.edit(file);
    await pass(8_000);
    client.listener.answer = good;
    await pass(hour / 4);
    expect(outcomes()).toEqual(['retried', 'retried', 'taken', 'taken']);
    expect(client.listener.told.at(-1)).toMatchObject([{ subscriptionId: id }]);
  });

  test.each([
    [3_000, ['taken']],
    [3_001, ['retried', 'given-up']],
  ])('that takes %i ms is believed or not', async (delayMs, expected) => {
    client.cloud.knobs.webhookRetryForMs = 15_000;
    await client.created();
    client.listener.delayMs = delayMs;
    client.cloud.drives.finance.edit(file);
    await pass(60_000);
    expect(outcomes()).toEqual(expected);
  });

  test('that is gone is not tried again once its subscription is', async () => {
    const id = await client.created();
    client.listener.answer = () => new Response(null, { status: 500 });
    client.cloud.drives.finance.edit(file);
    await pass(15_000);
    client.webhooks.expire(id);
    await pass(5 * hour);
    expect(outcomes()).toEqual(['retried', 'retried']);
    expect(await client.ask('GET', `/subscriptions/${id}`)).toMatchObject({ status: 404 });
  });
});

test('nothing is sent any more once all is stopped', async () => {
  await client.created();
  client.listener.delayMs = 5_000;
  client.cloud.drives.finance.edit(file);
  await pass(1_000);
  client.webhooks.stop();
  client.cloud.drives.finance.edit(file);
  await pass(hour);
  expect(client.listener.told).toHaveLength(1);
  expect(client.webhooks.deliveries.all('notification')).toMatchObject([
    { status: 0, tookMs: 1_000 },
  ]);
  expect(vi.getTimerCount()).toBe(0);
});

describe('a listener that often takes over ten seconds', () => {
  /** So many changes, a second each, of which the last are answered late. */
  async function answers(prompt: number, late: number): Promise<void> {
    client.cloud.knobs.webhookRetryForMs = 0;
    for (let number = 0; number < prompt + late; number += 1) {
      client.listener.delayMs = number < prompt ? 0 : 10_500;
      client.cloud.drives.finance.edit(file);
      await pass(1_000);
    }
    await pass(10_000);
    client.listener.delayMs = 0;
    client.webhooks.deliveries.clear();
    client.listener.heard.length = 0;
  }

  test.each([
    [89, 11],
    [85, 15],
  ])(
    'is slow: with %i in time and %i late, all is delayed by ten seconds',
    async (prompt, late) => {
      await client.created();
      await answers(prompt, late);
      const at = Date.now();
      client.cloud.drives.finance.edit(file);
      await pass(10_000);
      expect(client.listener.heard.map((heard) => heard.at - at)).toEqual([10_000]);
      expect(outcomes()).toEqual(['taken']);
    },
  );

  test.each([
    [90, 10],
    [80, 19],
  ])('is good with %i in time and %i late', async (prompt, late) => {
    await client.created();
    await answers(prompt, late);
    client.cloud.drives.finance.edit(file);
    await pass(0);
    expect(outcomes()).toEqual(['taken']);
  });

  test('is told nothing for up to ten minutes', async () => {
    client.cloud.knobs.webhookLeastAnswers = 1;
    await client.created();
    await answers(0, 1);
    client.cloud.drives.finance.edit(file);
    await pass(0);
    expect(client.webhooks.deliveries.all('notification')).toMatchObject([
      { outcome: 'dropped', status: 0 },
    ]);
    const notificationUrl = 'https://other.example.org/hook';
    await client.created({ notificationUrl });
    client.cloud.drives.finance.edit(file);
    await pass(590_000);
    expect(outcomes().sort()).toEqual(['dropped', 'dropped', 'taken']);
    await pass(10_000);
    client.cloud.drives.finance.edit(file);
    await pass(0);
    expect(outcomes().filter((outcome) => outcome === 'taken')).toHaveLength(3);
  });
});

/** One that outlives the four hours. */
function longToken() {
  client.cloud.knobs.accessTokenSeconds = 28 * 3_600;
  return {};
}
