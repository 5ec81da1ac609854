import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Simulator } from './simulator.ts';

interface Heard {
  readonly type: string | undefined;
  readonly body: string;
}

let simulator: Simulator;
let server: Server;
let hook: string;
let heard: Heard[];

beforeEach(async () => {
  heard = [];
  simulator = await Simulator.start({ knobs: { webhookLoopback: true } });
  server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  hook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});

afterEach(async () => {
  await simulator.stop();
  server.close();
  server.closeAllConnections();
});

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request);
  const token = new URL(request.url ?? '', hook).searchParams.get('validationToken');
  if (token !== null) {
    response.writeHead(200, { 'content-type': 'text/plain' }).end(token);
    return;
  }
  heard.push({ type: request.headers['content-type'], body });
  response.writeHead(202).end();
}

async function ask(method: string, path: string, body?: object): Promise<Response> {
  const token = simulator.entra.accessToken(simulator.accounts.work.username);
  return await fetch(`${simulator.origin}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    body: body ? JSON.stringify(body) : null,
    redirect: 'manual',
  });
}

async function control(method: string, path: string, body?: object): Promise<unknown> {
  return await (await ask(method, `/_control/${path}`, body)).json();
}

async function create(): Promise<string> {
  const answer = await ask('POST', '/v1.0/subscriptions', {
    changeType: 'updated',
    notificationUrl: hook,
    lifecycleNotificationUrl: `${hook}/life`,
    resource: `/drives/${simulator.drives.finance.id}/root`,
    expirationDateTime: new Date(Date.now() + 3_600_000).toISOString(),
    clientState: 'the state',
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

test('over real sockets a change reaches its listener', async () => {
  const made = simulator.webhooks.untilSubscriptions('finance', 1);
  const id = await create();
  await made;
  simulator.drives.finance.edit('/Budget/Budget.xlsx');
  const [told] = await simulator.webhooks.deliveries.until('notification', 1);
  expect(told).toMatchObject({ subscriptions: [id], status: 202, outcome: 'taken' });
  expect(heard).toMatchObject([{ type: 'application/json' }]);
  const requests = simulator.requests.all('POST /v1.0/subscriptions');
  expect(requests).toMatchObject([{ status: 201, account: simulator.accounts.work.username }]);
});

test('a forged notification differs from a true one as it is told to', async () => {
  const id = await create();
  const forge = async (forgery: object) => {
    expect(await control('POST', 'webhooks', { do: 'forge', id, forgery })).toEqual({
      status: 202,
    });
    const { body = '', type } = heard.at(-1) ?? {};
    return { body, type };
  };
  const valueOf = ({ body }: { body: string }) =>
    (JSON.parse(body) as { value: object[] }).value[0];
  const wrong = await forge({ clientState: 'guessed' });
  expect(valueOf(wrong)).toMatchObject({ subscriptionId: id, clientState: 'guessed' });
  expect(valueOf(await forge({ subscriptionId: 'unknown', clientState: null }))).toMatchObject({
    subscriptionId: 'unknown',
    clientState: null,
    changeType: 'updated',
  });
  expect(valueOf(await forge({ kind: 'lifecycle', lifecycleEvent: 'missed' }))).toMatchObject({
    lifecycleEvent: 'missed',
    clientState: 'the state',
  });
  const garbage = { body: '{"value":[', contentType: 'text/html' };
  expect(await forge(garbage)).toEqual({ body: garbage.body, type: garbage.contentType });
  expect(simulator.webhooks.deliveries.all('notification')).toEqual([]);
});

test('from another process all of it can be seen and done', async () => {
  const id = await create();
  const act = async (what: string) => await control('POST', 'webhooks', { do: what, id });
  await act('notify');
  await simulator.webhooks.deliveries.until('notification', 1);
  await act('remind');
  await simulator.webhooks.deliveries.until('lifecycle', 1);
  expect(await control('GET', 'webhooks')).toMatchObject({
    subscriptions: [
      { drive: 'finance', account: simulator.accounts.work.username, id, notificationUrl: hook },
    ],
    deliveries: [{}, {}, { kind: 'notification' }, { kind: 'lifecycle', url: `${hook}/life` }],
  });
  await act('endAuthorization');
  simulator.drives.finance.edit('/Budget/Budget.xlsx');
  const gone = simulator.webhooks.untilSubscriptions('finance', 0);
  await act('expire');
  await gone;
  expect(await control('GET', 'webhooks')).toMatchObject({ subscriptions: [] });
  expect(await act('expire')).toEqual({ error: `Error: No such subscription: ${id}` });
  expect((await ask('GET', `/v1.0/subscriptions/${id}`)).status).toBe(404);
  expect(heard).toHaveLength(2);
});

test('renewing goes wrong as was reported, and changes nothing', async () => {
  const id = await create();
  const renew = async () =>
    await ask('PATCH', `/v1.0/subscriptions/${id}`, {
      expirationDateTime: new Date(Date.now() + 60_000).toISOString(),
    });
  const before = simulator.webhooks.all()[0]?.expiresAt;
  simulator.faults.next('PATCH /v1.0/subscriptions/*', { status: 308, empty: true });
  const moved = await renew();
  expect([moved.status, moved.headers.get('location')]).toEqual([308, null]);
  simulator.faults.next('PATCH /v1.0/subscriptions/*', { status: 503 });
  expect((await renew()).status).toBe(503);
  expect(simulator.webhooks.all()[0]?.expiresAt).toBe(before);
  expect((await renew()).status).toBe(200);
});

test('push can be refused for one drive alone', async () => {
  const { finance, product } = simulator.drives;
  const pathOf = ({ id }: typeof finance) => `/v1.0/drives/${id}/root/subscriptions/socketIo`;
  await control('POST', 'drives/finance/access', { do: 'refusePush' });
  for (const time of [1, 2]) {
    const refused = await ask('GET', pathOf(finance));
    expect([time, refused.status, await refused.json()]).toMatchObject([
      time,
      400,
      { error: { code: 'notSupported', message: 'Operation not supported' } },
    ]);
  }
  expect((await ask('GET', pathOf(product))).status).toBe(200);
  finance.offersPush = true;
  expect((await ask('GET', pathOf(finance))).status).toBe(200);
});

test('a redirect is not followed', async () => {
  await create();
  server.removeAllListeners('request');
  const paths: (string | undefined)[] = [];
  server.on('request', ({ url }: IncomingMessage, response: ServerResponse) => {
    paths.push(url);
    const headers = url === '/hook' ? { location: '/elsewhere' } : {};
    response.writeHead(url === '/hook' ? 307 : 202, headers).end();
  });
  simulator.drives.finance.edit('/Budget/Budget.xlsx');
  const [told] = await simulator.webhooks.deliveries.until('notification', 1);
  expect(told).toMatchObject({ status: 307, outcome: 'retried' });
  expect(paths).toEqual(['/hook']);
});

test('whoever stops while something is on its way leaves nothing behind', async () => {
  simulator.knobs.webhookRetryMs = 1;
  await create();
  const hanging = Promise.withResolvers<void>();
  server.removeAllListeners('request');
  server.on('request', () => hanging.resolve());
  simulator.drives.finance.edit('/Budget/Budget.xlsx');
  await hanging.promise;
  await simulator.stop();
  const [ended] = await simulator.webhooks.deliveries.until('notification', 1);
  expect(ended).toMatchObject({ status: 0 });
});
