import { beforeEach, expect, it } from 'vitest';
import { meet } from '../../../src/core/accounts/meet.ts';
import { json } from '../support/fetched.ts';
import { GraphsBench } from '../support/graphs.ts';

const person = {
  accountId: 'a-1',
  homeAccountId: 'home',
  cloud: 'global',
  tenantId: 'tenant',
  username: 'me@contoso.com',
  name: 'Me',
} as const;

let bench: GraphsBench;

beforeEach(() => {
  bench = new GraphsBench();
});

function met(parts: object = {}): ReturnType<typeof meet> {
  const signal = new AbortController().signal;
  return meet(bench.graphs.of(person), { ...person, ...parts }, signal);
}

it('keeps who they are, and every address of theirs once', async () => {
  const me = {
    id: 'aad',
    displayName: 'Ada L',
    mail: 'ada@contoso.com',
    userPrincipalName: 'me@contoso.com',
  };
  bench.answers.set('home /me', () => json(me));
  expect(await met()).toEqual({
    ok: true,
    account: {
      accountId: 'a-1',
      homeAccountId: 'home',
      cloud: 'global',
      username: 'me@contoso.com',
      name: 'Ada L',
      kind: 'work',
      userId: 'aad',
      emails: ['me@contoso.com', 'ada@contoso.com'],
    },
  });
});

it('makes do with what MSAL says', async () => {
  bench.answers.set('home /me', () => json({ id: 'aad' }));
  expect(await met({ username: '' })).toMatchObject({
    account: { username: '', name: 'Me', emails: [] },
  });
});

it('takes an address of Graph for a name where MSAL knows none', async () => {
  bench.answers.set('home /me', () => json({ id: 'aad', mail: 'ada@contoso.com' }));
  expect(await met({ username: '' })).toMatchObject({
    account: { username: 'ada@contoso.com', emails: ['ada@contoso.com'] },
  });
});

it('tells personal accounts by their tenant', async () => {
  bench.answers.set('home /me', () => json({ id: 'cid' }));
  const tenantId = '9188040d-6c67-4c5b-b112-36a304b66dad';
  expect(await met({ tenantId })).toMatchObject({ account: { kind: 'personal' } });
});

it('remembers the cloud they signed in to', async () => {
  bench.answers.set('home /me', () => json({ id: 'aad' }));
  expect(await met({ cloud: 'china' })).toMatchObject({ account: { cloud: 'china' } });
});

it('fails when Graph does', async () => {
  expect(await met()).toMatchObject({ ok: false, code: 'not-found' });
});
