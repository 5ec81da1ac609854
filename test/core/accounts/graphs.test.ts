import { beforeEach, expect, it } from 'vitest';
import type { TokenOwner } from '../../../src/core/sign-in/tokens.ts';
import { graphError, json } from '../support/fetched.ts';
import { GraphsBench } from '../support/graphs.ts';

const never = new AbortController().signal;
const home: TokenOwner = { accountId: 'a-1', homeAccountId: 'home', cloud: 'global' };
const other: TokenOwner = { accountId: 'a-2', homeAccountId: 'other', cloud: 'china' };

let bench: GraphsBench;

beforeEach(() => {
  bench = new GraphsBench();
});

async function asks(owner: TokenOwner): Promise<boolean> {
  return (await bench.graphs.of(owner).get('/me', { signal: never })).ok;
}

it('one account throttled does not pause another', async () => {
  bench.answers.set('home /me', () => graphError(429, 'x', { 'retry-after': '60' }));
  bench.answers.set('other /me', () => json({}));
  expect([await asks(home), await asks(other)]).toEqual([false, true]);
  bench.answers.set('home /me', () => json({}));
  expect(await asks(home)).toBe(false);
});

it('each account has one, of its own cloud', async () => {
  expect(bench.graphs.of(home)).toBe(bench.graphs.of({ ...home }));
  await asks(home);
  await asks(other);
  expect(bench.net.asked.map(({ url }) => url)).toEqual([
    'https://graph.microsoft.com/v1.0/me',
    'https://microsoftgraph.chinacloudapi.cn/v1.0/me',
  ]);
});

it('an account that has gone and come again has another one', () => {
  const before = bench.graphs.of(home);
  const others = bench.graphs.of(other);
  bench.graphs.drop(home);
  expect(bench.graphs.of(home)).not.toBe(before);
  expect(bench.graphs.of(other)).toBe(others);
});
