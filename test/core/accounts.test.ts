import { beforeEach, describe, expect, it } from 'vitest';
import { Accounts, choiceOf } from '../../src/core/accounts.ts';
import { globalCloud } from '../../src/core/hosts.ts';
import type { Account } from '../../src/core/settings.ts';
import { account as work } from './support/config.ts';
import { handClock, heardLog } from './support/doubles.ts';
import { FetchNet, graphError, json } from './support/fetched.ts';

const never = new AbortController().signal;
const person = {
  homeAccountId: 'home',
  tenantId: 'tenant',
  username: 'me@contoso.com',
  name: 'Me',
};
const other: Account = { ...work, accountId: 'a-2', homeAccountId: 'other-home' };

/** Answers by account, whose token is its name, and path. */
let answers: Map<string, () => Response>;
let accounts: Accounts;

beforeEach(() => {
  answers = new Map();
  const net = new FetchNet((url, init) => {
    const token = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '') ?? '';
    const answer = answers.get(`${token} ${new URL(url).pathname.replace('/v1.0', '')}`);
    return answer?.() ?? graphError(404, 'itemNotFound');
  });
  accounts = new Accounts(
    { net, hosts: globalCloud, clock: handClock(), log: heardLog(), userAgent: 'test' },
    (homeAccountId) => ({ token: () => Promise.resolve({ ok: true, value: homeAccountId }) }),
  );
});

describe('meeting someone', () => {
  it('keeps who they are, and every address of theirs once', async () => {
    const me = {
      id: 'aad',
      displayName: 'Ada L',
      mail: 'ada@contoso.com',
      userPrincipalName: 'me@contoso.com',
    };
    answers.set('home /me', () => json(me));
    expect(await accounts.meet(person, 'own', never)).toMatchObject({
      ok: true,
      account: {
        homeAccountId: 'home',
        username: 'me@contoso.com',
        name: 'Ada L',
        kind: 'work',
        userId: 'aad',
        reach: 'own',
        emails: ['me@contoso.com', 'ada@contoso.com'],
      },
    });
  });

  it('makes do with what MSAL says', async () => {
    answers.set('home /me', () => json({ id: 'aad' }));
    const met = await accounts.meet({ ...person, username: '' }, 'shared', never);
    expect(met).toMatchObject({
      account: { username: '', name: 'Me', emails: [], reach: 'shared' },
    });
  });

  it('tells personal accounts by their tenant', async () => {
    answers.set('home /me', () => json({ id: 'cid' }));
    const tenantId = '9188040d-6c67-4c5b-b112-36a304b66dad';
    const met = await accounts.meet({ ...person, tenantId }, 'own', never);
    expect(met).toMatchObject({ account: { kind: 'personal' } });
  });

  it('fails when Graph does', async () => {
    expect(await accounts.meet(person, 'own', never)).toMatchObject({
      ok: false,
      code: 'not-found',
    });
  });
});

describe('drives', () => {
  beforeEach(() => {
    answers.set('home /me/drive', () => json({ id: 'd-1' }));
    answers.set('other-home /me/drive', () => json({ id: 'd-2' }));
  });

  it('are those of all accounts, each with its own', async () => {
    const listed = await accounts.listDrives([work, other], never);
    expect(listed.ok && listed.value.map((one) => [one.accountId, one.driveId])).toEqual([
      ['a-1', 'd-1'],
      ['a-2', 'd-2'],
    ]);
  });

  it('are those that could be had', async () => {
    answers.set('home /me/drive', () => graphError(500, 'x'));
    const listed = await accounts.listDrives([work, other], never);
    expect(listed.ok && listed.value.map((one) => one.driveId)).toEqual(['d-2']);
  });

  it('fail when no account could be asked, and are none without accounts', async () => {
    for (const home of ['home', 'other-home']) {
      answers.set(`${home} /me/drive`, () => graphError(500, 'x'));
    }
    expect(await accounts.listDrives([work, other], never)).toMatchObject({
      code: 'microsoft-down',
    });
    expect(await accounts.listDrives([], never)).toEqual({ ok: true, value: [] });
  });
});

it('one account throttled does not pause another', async () => {
  answers.set('home /me', () => graphError(429, 'x', { 'retry-after': '60' }));
  answers.set('other-home /me', () => json({}));
  const ask = async (home: string): Promise<boolean> =>
    (await accounts.graph(home).get('/me', never)).ok;
  expect([await ask('home'), await ask('other-home')]).toEqual([false, true]);
  answers.set('home /me', () => json({}));
  expect(await ask('home')).toBe(false);
});

it('a choice shows no more of a drive than the window needs', () => {
  const drive = {
    accountId: 'a-1',
    driveId: 'd-1',
    name: 'Finance',
    kind: 'library',
    owner: null,
    webUrl: 'https://contoso.sharepoint.com',
  } as const;
  expect(choiceOf(drive, () => true)).toEqual({
    accountId: 'a-1',
    driveId: 'd-1',
    name: 'Finance',
    kind: 'library',
    owner: null,
    watched: true,
  });
});
