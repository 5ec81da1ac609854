import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Subscriber, inMinutes } from './support/subscriber.ts';

let client: Subscriber;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-03T09:00:00Z') });
  client = new Subscriber();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('POST /subscriptions', () => {
  test('makes one, and says what it made', async () => {
    const { lifecycleNotificationUrl } = client;
    const { status, body } = await client.create({
      lifecycleNotificationUrl,
      latestSupportedTlsVersion: 'v1_3',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      resource: client.root('finance'),
      applicationId: client.cloud.clientId,
      creatorId: client.cloud.accounts.work.userId,
      changeType: 'updated',
      clientState: 'the state',
      notificationUrl: client.notificationUrl,
      lifecycleNotificationUrl,
      expirationDateTime: '2026-11-04T09:00:00.000Z',
      latestSupportedTlsVersion: 'v1_3',
    });
    expect(client.webhooks.all('finance').map(({ id }) => id)).toEqual([body['id']]);
    expect(client.webhooks.all('product')).toEqual([]);
  });

  test.each([
    ['no JSON', 'changeType=updated'],
    ['another change', { changeType: 'created,updated' }],
    ['no resource', { resource: undefined }],
    ['a resource of another kind', { resource: '/me/messages' }],
    ['no URL', { notificationUrl: 'bell' }],
    ['plain http', { notificationUrl: 'http://bell.example.org/hook' }],
    ['plain http on loopback', { notificationUrl: 'http://127.0.0.1:8888/hook' }],
    ['plain http for its life', { lifecycleNotificationUrl: 'http://bell.example.org/life' }],
    ['a long secret', { clientState: 'x'.repeat(129) }],
    ['an unknown TLS', { latestSupportedTlsVersion: 'v2_0' }],
    ['contents', { includeResourceData: true }],
    ['no time', { expirationDateTime: undefined }],
    ['a day without time', { expirationDateTime: '2026-11-04' }],
    ['a time without offset', { expirationDateTime: '2026-11-04T09:00:00' }],
    ['the past', { expirationDateTime: '2026-11-03T08:59:59Z' }],
    ['too long', { expirationDateTime: '2026-12-02T18:00:01Z' }],
  ])('refuses %s, and asks no listener', async (_what, changes) => {
    const order = typeof changes === 'string' ? changes : client.order(changes);
    const { status, body } = await client.ask('POST', '/subscriptions', order);
    expect([status, body.error.code]).toEqual([400, 'InvalidRequest']);
    expect(client.listener.heard).toEqual([]);
    expect(client.webhooks.all()).toEqual([]);
  });

  test('takes what is just allowed', async () => {
    const expirationDateTime = '2026-12-02T18:00:00.0000000Z';
    const clientState = 'x'.repeat(128);
    expect(await client.create({ expirationDateTime, clientState })).toMatchObject({ status: 201 });
    client.cloud.knobs.webhookLoopback = true;
    const notificationUrl = 'http://localhost:8888/hook';
    expect(await client.create({ notificationUrl })).toMatchObject({ status: 201 });
    const elsewhere = 'http://bell.example.org/hook';
    expect(await client.create({ notificationUrl: elsewhere })).toMatchObject({ status: 400 });
  });

  test('may make its life shorter', async () => {
    client.cloud.knobs.webhookLifeMinutes = 60;
    const { body } = await client.create();
    expect(body['expirationDateTime']).toBe('2026-11-03T10:00:00.000Z');
  });

  test('knows the spellings of a resource, and its one twin', async () => {
    const { finance, onedrive } = client.cloud.drives;
    const list = `/sites/${finance.facts.site?.id}/lists/${finance.facts.listId}`;
    const userId = client.cloud.accounts.work.userId;
    const mine = ['/me/drive/root', `users/${userId}/drive/root`, `drives/${onedrive.id}/root`];
    const id = await client.created({ resource: mine[0] });
    for (const resource of mine) {
      const { status, body } = await client.create({ resource });
      const message = `Subscription Id ${id} already exists for the requested combination`;
      expect([status, body.error]).toMatchObject([409, { code: 'ObjectIdentifierInUse', message }]);
    }
    await client.created({ resource: mine[0], notificationUrl: 'https://bell.example.org/other' });
    await client.created({ resource: mine[0] }, { clientId: 'another app' });
    await client.created();
    await client.created({ resource: list });
    expect(client.webhooks.all('finance')).toHaveLength(2);
    const nowhere = list.replace(finance.facts.listId, onedrive.facts.listId);
    expect(await client.create({ resource: nowhere })).toMatchObject({ status: 404 });
  });

  test('of two at once makes one', async () => {
    client.listener.delayMs = 1_000;
    const both = Promise.all([client.create(), client.create()]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await both).map(({ status }) => status)).toEqual([201, 409]);
  });

  test('takes a folder on personal drives only', async () => {
    const { personal: account } = client.cloud.accounts;
    const { finance, personal } = client.cloud.drives;
    const below = (drive: typeof personal) => {
      const [path = ''] = drive.paths('folder');
      const id = drive.journal.current.find(path)?.id;
      return [`/drives/${drive.id}/root:${path}`, `/drives/${drive.id}/items/${id}`];
    };
    for (const resource of below(finance)) {
      const { status, body } = await client.create({ resource });
      expect([status, body.error.code]).toEqual([400, 'InvalidRequest']);
    }
    const [byPath, byId] = below(personal);
    expect(await client.create({ resource: byPath }, { account })).toMatchObject({ status: 201 });
    expect(await client.create({ resource: byId }, { account })).toMatchObject({ status: 409 });
    expect(await client.create({ resource: '/me/drive/root' }, { account })).toMatchObject({
      status: 201,
    });
    const file = `/me/drive/root:${personal.paths('file')[0]}`;
    expect(await client.create({ resource: file }, { account })).toMatchObject({ status: 400 });
  });

  test('asks for scopes as the one or the other page says', async () => {
    const statusWith = async (resource: string, ...scopes: string[]) =>
      (
        await client.create(
          { resource, notificationUrl: `https://x.example/${scopes[0]}` },
          { scopes },
        )
      ).status;
    const { finance, board } = client.cloud.drives;
    const list = `/sites/${finance.facts.site?.id}/lists/${finance.facts.listId}`;
    expect(await statusWith(`/drives/${board.id}/root`, 'Files.Read.All')).toBe(403);
    expect(await statusWith('/me/drive/root', 'User.Read')).toBe(403);
    expect(await statusWith('/me/drive/root', 'Files.Read')).toBe(201);
    expect(await statusWith(client.root('finance'), 'Files.Read')).toBe(403);
    expect(await statusWith(client.root('finance'), 'Files.Read.All')).toBe(201);
    client.cloud.knobs.webhooksNeedWrite = true;
    expect(await statusWith('/me/drive/root', 'Files.ReadWrite')).toBe(403);
    expect(await statusWith('/me/drive/root', 'Files.ReadWrite.All')).toBe(201);
    expect(await statusWith(list, 'Files.ReadWrite.All')).toBe(403);
    expect(await statusWith(list, 'Sites.ReadWrite.All')).toBe(201);
    const { personal: account } = client.cloud.accounts;
    const resource = '/me/drive/root';
    for (const [scope, status] of [
      ['Files.Read', 403],
      ['Files.ReadWrite', 201],
    ] as const) {
      expect(await client.create({ resource }, { account, scopes: [scope] })).toMatchObject({
        status,
      });
    }
  });
});

describe('a subscription', () => {
  test('is listed, read and deleted by its app and its user alone', async () => {
    const id = await client.created();
    const { colleague: account } = client.cloud.accounts;
    const others = [{ account }, { clientId: 'another app' }];
    for (const as of others) {
      expect((await client.ask('GET', '/subscriptions', undefined, as)).body.value).toEqual([]);
      for (const method of ['GET', 'DELETE', 'PATCH']) {
        const { status, body } = await client.ask(method, `/subscriptions/${id}`, undefined, as);
        expect([status, body.error.code]).toEqual([404, 'ResourceNotFound']);
      }
    }
    const { body } = await client.ask('GET', '/subscriptions');
    expect(body.value).toMatchObject([{ id, resource: client.root('finance') }]);
    expect((await client.ask('GET', `/subscriptions/${id}`)).body).toMatchObject({ id });
    expect((await client.ask('DELETE', `/subscriptions/${id}`)).status).toBe(204);
    expect((await client.ask('DELETE', `/subscriptions/${id}`)).status).toBe(404);
    expect((await client.ask('GET', '/subscriptions')).body.value).toEqual([]);
  });

  test('is renewed until it is gone', async () => {
    const id = await client.created();
    const renew = async (body: object) => await client.ask('PATCH', `/subscriptions/${id}`, body);
    const longer = await renew({ expirationDateTime: inMinutes(2 * 24 * 60) });
    expect(longer).toMatchObject({ status: 200, body: { id } });
    expect(longer.body['expirationDateTime']).toBe('2026-11-05T09:00:00.000Z');
    expect(await renew({ expirationDateTime: inMinutes(42_301) })).toMatchObject({ status: 400 });
    expect(await renew({})).toMatchObject({ status: 400 });
    vi.setSystemTime(new Date('2026-11-05T08:59:59Z'));
    expect((await client.ask('GET', `/subscriptions/${id}`)).status).toBe(200);
    vi.setSystemTime(new Date('2026-11-05T09:00:00Z'));
    expect(await renew({ expirationDateTime: inMinutes(60) })).toMatchObject({ status: 404 });
    expect(await client.ask('POST', `/subscriptions/${id}/reauthorize`)).toMatchObject({
      status: 404,
    });
    expect((await client.ask('GET', '/subscriptions')).body.value).toEqual([]);
    await client.created();
  });

  test('is not renewed for who has lost the drive', async () => {
    const id = await client.created();
    client.cloud.drives.finance.refuse(client.cloud.accounts.work.username);
    const body = { expirationDateTime: inMinutes(60) };
    expect(await client.ask('PATCH', `/subscriptions/${id}`, body)).toMatchObject({ status: 403 });
    expect(await client.ask('POST', `/subscriptions/${id}/reauthorize`)).toMatchObject({
      status: 403,
    });
  });

  test('moves to a new URL once that has answered; the old one is asked, too', async () => {
    const id = await client.created();
    const notificationUrl = 'https://tunnel.example.net/hook';
    const move = async () => await client.ask('PATCH', `/subscriptions/${id}`, { notificationUrl });
    const good = client.listener.answer;
    client.listener.answer = () => new Response('nobody', { status: 502 });
    expect(await move()).toMatchObject({
      status: 400,
      body: { error: { code: 'InvalidRequest' } },
    });
    expect(client.webhooks.all()).toMatchObject([{ notificationUrl: client.notificationUrl }]);
    client.listener.answer = (heard) =>
      heard.url.startsWith(notificationUrl) ? good(heard) : new Response(null, { status: 502 });
    client.listener.heard.length = 0;
    expect(await move()).toMatchObject({ status: 200, body: { id, notificationUrl } });
    const asked = client.listener.heard.map(({ url }) => new URL(url).hostname);
    expect(asked).toEqual(['tunnel.example.net', 'bell.example.org']);
  });

  test('has no other methods', async () => {
    const id = await client.created();
    for (const [method, path] of [
      ['PUT', '/subscriptions'],
      ['PUT', `/subscriptions/${id}`],
      ['GET', `/subscriptions/${id}/reauthorize`],
    ] as const) {
      expect(await client.ask(method, path)).toMatchObject({ status: 405 });
    }
  });
});
