import { afterEach, beforeEach, expect, test } from 'vitest';
import { Simulator } from './simulator.ts';
import { Asking } from './support/asking.ts';

let simulator: Simulator;
let megan: Asking;
let delta: string;

beforeEach(async () => {
  simulator = await Simulator.start();
  megan = new Asking(simulator, 'megan.bowen@contoso.com');
  delta = `/v1.0/drives/${simulator.drives.finance.id}/root/delta`;
});

afterEach(async () => {
  await simulator.stop();
});

test('a status alone is answered as Microsoft words it, so many times', async () => {
  const headers = { 'retry-after': '2' };
  const fault = simulator.faults.next('GET */root/delta*', { status: 429, headers }, { times: 2 });
  for (const _time of [1, 2]) {
    const answer = await megan.get(delta);
    expect(answer).toMatchObject({ status: 429, body: { error: { code: 'TooManyRequests' } } });
    expect(answer.headers.get('retry-after')).toBe('2');
  }
  expect((await megan.get(delta)).status).toBe(200);
  expect(fault.hits).toBe(2);
});

test('other requests pass, and so do those before it', async () => {
  simulator.faults.next('*/root/delta*', { status: 503 }, { after: 1, times: 'always' });
  expect((await megan.get('/v1.0/me')).status).toBe(200);
  expect((await megan.get(delta)).status).toBe(200);
  expect((await megan.get(delta)).status).toBe(503);
  simulator.faults.clear();
  expect((await megan.get(delta)).status).toBe(200);
});

test('410 comes at the page that was chosen, with a link where that is wished for', async () => {
  simulator.faults.next(/delta/, { resync: { location: true } }, { after: 2 });
  const first = await megan.get(`${delta}?$top=20`);
  const second = await megan.get(String(first.body['@odata.nextLink']));
  const third = await megan.get(String(second.body['@odata.nextLink']));
  expect(third).toMatchObject({ status: 410, body: { error: { code: 'resyncRequired' } } });
  const run = await megan.run(third.headers.get('location') ?? '');
  expect(run.items.length).toBeGreaterThan(simulator.drives.finance.paths().length);
});

test('bodies can be anything: HTML, JSON, nothing', async () => {
  const authorization = `Bearer ${simulator.entra.accessToken('megan.bowen@contoso.com')}`;
  const ask = async () => await fetch(simulator.origin + delta, { headers: { authorization } });
  simulator.faults.next('GET *', { html: '<h1>Log in to the hotel</h1>' });
  simulator.faults.next('GET *', { json: { value: [] } });
  simulator.faults.next('GET *', { status: 502, empty: true });
  const portal = await ask();
  expect([portal.status, portal.headers.get('content-type')]).toEqual([
    200,
    'text/html; charset=utf-8',
  ]);
  expect(await (await ask()).json()).toEqual({ value: [] });
  expect(await (await ask()).text()).toBe('');
});

test('connections can be reset, or left hanging before or within the body', async () => {
  simulator.faults.next('GET *', { reset: true });
  await expect(megan.get(delta)).rejects.toThrow('fetch failed');
  for (const stall of ['headers', 'body'] as const) {
    simulator.faults.next('GET *', { stall });
    const signal = AbortSignal.timeout(100);
    const authorization = `Bearer ${simulator.entra.accessToken('megan.bowen@contoso.com')}`;
    const asked = fetch(simulator.origin + delta, { headers: { authorization }, signal });
    await expect(asked.then(async (answer) => await answer.text())).rejects.toThrow('timeout');
  }
});

test('a delay alone is the real answer, late', async () => {
  simulator.faults.next('GET *', { delayMs: 50 });
  const began = performance.now();
  expect((await megan.get('/v1.0/me')).body['displayName']).toBe('Megan Bowen');
  expect(performance.now() - began).toBeGreaterThan(45);
});

test('the token endpoint can fail, too', async () => {
  const refusal = { error: 'temporarily_unavailable' };
  simulator.faults.next('POST */oauth2/v2.0/token', { status: 503, json: refusal });
  const url = `${simulator.origin}/common/oauth2/v2.0/token`;
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams() });
  expect([answer.status, await answer.json()]).toEqual([503, refusal]);
});

test('the request log knows who asked for what, and no secrets', async () => {
  const soon = simulator.requests.until('GET /v1.0/me', 2);
  await megan.get('/v1.0/me?secret=1');
  await megan.get('/v1.0/me');
  const [first] = await soon;
  expect(first).toMatchObject({ path: '/v1.0/me', account: 'megan.bowen@contoso.com' });
  expect(JSON.stringify(simulator.requests.all())).not.toContain('secret');
  expect(simulator.requests.count(/delta/)).toBe(0);
});
