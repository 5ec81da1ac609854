import { beforeEach, expect, it } from 'vitest';
import { preflight } from '../../../src/core/sign-in/preflight.ts';
import { heardLog, type HeardLog } from '../support/doubles.ts';
import { FetchNet, html, json } from '../support/fetched.ts';

let log: HeardLog;

beforeEach(() => {
  log = heardLog();
});

const authority = 'https://login.microsoftonline.com/common';

async function ask(answer: () => Response | Promise<Response>): Promise<unknown> {
  return preflight(new FetchNet(answer), authority, 'client', log);
}

function refused(error: unknown, description: unknown = ''): Response {
  return json({ error, error_description: description }, { status: 400 });
}

it('asks the device-code endpoint about our app', async () => {
  const net = new FetchNet(() => json({ user_code: 'x' }));
  expect(await preflight(net, authority, 'cli&ent', log)).toBeNull();
  expect(net.asked.map(({ url, init }) => [init?.method, url, init?.body])).toEqual([
    ['POST', `${authority}/oauth2/v2.0/devicecode`, 'client_id=cli%26ent&scope=openid'],
  ]);
});

it.each([
  ['unauthorized_client', 'AADSTS700016: Application was not found', 'client-id-wrong'],
  ['invalid_request', 'AADSTS50194: not multi-tenant', 'client-audience-wrong'],
  ['invalid_request', 'AADSTS90072: not of this tenant', 'client-audience-wrong'],
])('tells of an app that nobody can sign in to at once: %s %s', async (error, words, failure) => {
  expect(await ask(() => refused(error, words))).toBe(failure);
});

it('keeps the number of a refusal in the log, and none of its words', async () => {
  await ask(() => refused('invalid_request', 'AADSTS50194: Application x of contoso.com'));
  expect(log.events).toEqual(['preflight-refused']);
  expect(log.text()).toContain('AADSTS50194');
  expect(log.text()).not.toContain('contoso');
});

it('tells of a dead network at once', async () => {
  expect(await ask(() => Promise.reject(new TypeError('fetch failed')))).toBe('no-network');
  const late = new DOMException('', 'TimeoutError');
  expect(await ask(() => Promise.reject(late))).toBe('no-network');
});

it.each<[string, () => Response | Promise<Response>]>([
  ['a refusal of another kind', () => refused('invalid_request', 'AADSTS7000014')],
  ['a refusal of device codes', () => refused('access_denied', 'AADSTS53003')],
  ['an app that may not use them', () => refused('invalid_client', 'AADSTS7000218')],
  ['an administrator who is needed', () => refused('invalid_request', 'AADSTS90094')],
  ['an answer that is no JSON', () => html(502)],
  ['null', () => json(null, { status: 400 })],
  ['fields of other types', () => refused(7, {})],
])('leaves %s to the browser', async (_what, answer) => {
  expect(await ask(answer)).toBeNull();
});
