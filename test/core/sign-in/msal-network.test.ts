import { expect, it } from 'vitest';
import { msalNetwork, UnexpectedAnswer } from '../../../src/core/sign-in/msal-network.ts';
import { FetchNet, html, json } from '../support/fetched.ts';

const url = 'https://login.microsoftonline.com/common/oauth2/v2.0/token';

it('gives MSAL status, headers and body, of refusals too', async () => {
  const net = new FetchNet(() => json({ error: 'x' }, { status: 400, headers: { 'x-a': 'b' } }));
  const answer = await msalNetwork(net).sendGetRequestAsync(url, { headers: { accept: 'json' } });
  expect(answer).toMatchObject({ status: 400, body: { error: 'x' }, headers: { 'x-a': 'b' } });
  expect([net.asked[0]?.init?.method, net.asked[0]?.headers.get('accept')]).toEqual([
    'GET',
    'json',
  ]);
});

it('posts what MSAL says', async () => {
  const net = new FetchNet(() => json({}));
  await msalNetwork(net).sendPostRequestAsync(url, { body: 'a=b' });
  expect(net.asked.map(({ url, init }) => [url, init?.method, init?.body])).toEqual([
    [url, 'POST', 'a=b'],
  ]);
});

it.each<[string, () => Response]>([
  ['a page of a captive portal', () => html()],
  ['a text', () => json('text')],
  ['null', () => json(null)],
])('does not hand MSAL %s', async (_what, answer) => {
  const asked = msalNetwork(new FetchNet(answer)).sendGetRequestAsync(url);
  await expect(asked).rejects.toBeInstanceOf(UnexpectedAnswer);
});

it('passes on that there is no network', async () => {
  const net = new FetchNet(() => Promise.reject(new TypeError('fetch failed')));
  await expect(msalNetwork(net).sendPostRequestAsync(url)).rejects.toBeInstanceOf(TypeError);
});
