import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { accountIdOf } from '../../../src/core/ids.ts';
import { clouds } from '../../../src/core/clouds.ts';
import { type SignInOrder, SignIn, type SignedIn } from '../../../src/core/sign-in/sign-in.ts';
import { TokensLocked } from '../../../src/core/sign-in/vault.ts';
import type { SignInAsk, SignInFailure, SignInView } from '../../../src/shared/snapshot.ts';
import { heardLog, type HeardLog, noon, serverClockOn, timerClock } from '../support/doubles.ts';
import { clientId, formsOf, granted, refused } from '../support/entra.ts';
import { FetchNet, json } from '../support/fetched.ts';

const asked: SignInAsk = { accountId: null, cloud: 'global', flow: 'device-code' };
const anyone: SignInOrder = {
  ask: asked,
  reach: 'own',
  person: null,
  claims: null,
  isPartOfMore: false,
};
const given = {
  user_code: 'ABCD-EFGH',
  device_code: 'd',
  verification_uri: 'https://www.microsoft.com/link?x=y',
  expires_in: 900,
  interval: 5,
};
const code = { userCode: 'ABCD-EFGH', page: 'www.microsoft.com/link', expiresAt: noon + 900_000 };

let net: FetchNet;
let id: string;
/** What a poll is answered. */
let polled: () => Response;
let views: SignInView[];
let log: HeardLog;
let people: SignedIn[];
let met: () => Promise<SignInFailure | null>;
let isLocked: boolean;
let scope: string;
let one: SignIn;

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
  polled = () => refused('authorization_pending');
  net = new FetchNet((url) => (url.includes('/devicecode') ? json(given) : polled()));
  id = clientId;
  views = [];
  log = heardLog();
  people = [];
  met = async () => null;
  isLocked = false;
  scope = 'User.Read Files.Read';
  one = new SignIn({
    clouds,
    clientIdOf: () => ({ source: 'settings', value: id }),
    net,
    browser: { open: () => Promise.resolve(true) },
    clock: timerClock,
    serverClock: serverClockOn(timerClock),
    log,
    pages: { signedIn: '<p>yes</p>', notSignedIn: '<p>no</p>' },
    isLocked: async () => isLocked,
    onSignedIn: (person) => {
      people.push(person);
      return met();
    },
    onChange: () => views.push(one.view()),
  });
});

afterEach(() => {
  one.cancel();
  vi.useRealTimers();
});

async function seconds(count: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(count * 1000);
}

/** Signs in to the end, as somebody who answers at once. */
async function signIn(
  parts: Partial<SignInOrder> = {},
  home = 'ada.tid',
): Promise<SignInFailure | null> {
  polled = () => granted({ token: 't', home, scope });
  const ended = one.signIn({ ...anyone, ...parts });
  await seconds(10);
  return ended;
}

describe('before anyone is troubled', () => {
  it('says that the key store is locked, and asks nobody', async () => {
    isLocked = true;
    expect(await one.signIn(anyone)).toBe('keys-locked');
    expect(net.asked).toEqual([]);
  });

  it('who is to say how it went says it, not the view', async () => {
    isLocked = true;
    expect(await one.signIn({ ...anyone, isPartOfMore: true })).toBe('keys-locked');
    expect(one.view()).toEqual({ state: 'idle' });
  });

  it.each([
    ['', 'client-id-missing'],
    ['not-a-client-id', 'client-id-malformed'],
    [`${clientId} `, 'client-id-malformed'],
  ])('with the client id %j asks nobody', async (wrong, failure) => {
    id = wrong;
    expect(await one.signIn(anyone)).toBe(failure);
    expect(net.asked).toEqual([]);
    expect(views).toEqual([
      { state: 'waiting', asked, since: noon, code: null },
      { state: 'failed', asked, failure },
    ]);
    expect(log.text()).toBe(`not-signed-in {"failure":"${failure}"}`);
  });

  it.each(['browser', 'device-code'] as const)('tells of a dead network: %s', async (flow) => {
    net.answer = () => Promise.reject(new TypeError('fetch failed'));
    expect(await one.signIn({ ...anyone, ask: { ...asked, flow } })).toBe('no-network');
    expect(net.asked).toHaveLength(1);
  });
});

describe('with a code', () => {
  it('shows it while it waits, and nothing once it is done', async () => {
    const ended = one.signIn(anyone);
    await seconds(1);
    expect(one.view()).toEqual({ state: 'waiting', asked, since: noon, code });
    expect(one.code?.page.href).toBe('https://www.microsoft.com/link?x=y');
    polled = () => granted({ token: 't', home: 'ada.tid' });
    await seconds(5);
    expect([await ended, one.view(), one.code]).toEqual([null, { state: 'idle' }, null]);
  });

  it('tells who it was, with a cache that holds nobody else', async () => {
    expect(await signIn()).toBeNull();
    expect(people).toEqual([
      {
        accountId: accountIdOf('global', 'ada.tid'),
        homeAccountId: 'ada.tid',
        cloud: 'global',
        tenantId: 'tid',
        username: 'ada@contoso.com',
        name: 'Me',
        cache: expect.stringContaining('refresh-t') as string,
      },
    ]);
    expect(log.text()).not.toMatch(/refresh-|ada|ABCD/);
  });

  it('asks the cloud that is meant, in its own words', async () => {
    scope = 'https://graph.microsoft.us/Files.Read.All';
    await signIn({ ask: { ...asked, cloud: 'us-gov' }, reach: 'shared' });
    expect(net.asked.map(({ url }) => new URL(url).host)).toEqual(
      net.asked.map(() => 'login.microsoftonline.us'),
    );
    expect(net.asked[0]?.url).toContain('/organizations/');
    expect(formsOf(net)[1]?.get('scope')).toMatch(
      /^https:\/\/graph\.microsoft\.us\/User\.Read .*Files\.Read\.All /,
    );
    expect(people).toMatchObject([{ cloud: 'us-gov' }]);
  });

  it('brings the claims that are wanted', async () => {
    await signIn({ claims: '{"access_token":{"nbf":{"essential":true}}}' });
    expect(formsOf(net)[1]?.get('claims')).toContain('"nbf"');
  });
});

it.each<[string, object]>([
  ['no word of who it is', { access_token: 't', token_type: 'Bearer', scope: 'Files.Read' }],
])('a token answer that says %s signs nobody in', async (_what, answer) => {
  polled = () => json(answer);
  const ended = one.signIn(anyone);
  await seconds(10);
  expect([await ended, people]).toEqual(['unexpected-answer', []]);
});

describe('somebody who has to be the one', () => {
  const person = { homeAccountId: 'ada.tid', username: 'ada@contoso.com' };

  it('is', async () => {
    expect(await signIn({ person })).toBeNull();
    expect(people).toHaveLength(1);
  });

  it('is not: nobody hears of the other', async () => {
    expect(await signIn({ person }, 'bob.tid')).toBe('other-account');
    expect([people, one.view()]).toEqual([
      [],
      { state: 'failed', asked, failure: 'other-account' },
    ]);
  });
});

describe('whoever signs in', () => {
  it('may be refused, with the reason', async () => {
    met = async () => 'unexpected-answer';
    expect(await signIn()).toBe('unexpected-answer');
    expect(one.view()).toEqual({ state: 'failed', asked, failure: 'unexpected-answer' });
  });

  it('cannot be kept while the key store is locked', async () => {
    met = () => Promise.reject(new TokensLocked());
    expect(await signIn()).toBe('keys-locked');
  });
});

describe('cancelled', () => {
  it('is over at once, and is no failure to show', async () => {
    const ended = one.signIn(anyone);
    await seconds(1);
    one.cancel();
    expect([await ended, one.view(), one.code]).toEqual(['cancelled', { state: 'idle' }, null]);
  });

  it('before there was a code shows none', async () => {
    const answer = Promise.withResolvers<void>();
    net.answer = async () => {
      await answer.promise;
      return json(given);
    };
    const ended = one.signIn(anyone);
    one.cancel();
    answer.resolve();
    expect(await ended).toBe('cancelled');
    await seconds(10);
    expect(views.filter((view) => view.state === 'waiting' && view.code)).toEqual([]);
    expect([one.view(), one.code]).toEqual([{ state: 'idle' }, null]);
  });

  it('is over at once while Graph is still asked who it was', async () => {
    met = () => Promise.withResolvers<null>().promise;
    polled = () => granted({ token: 't' });
    void one.signIn(anyone);
    await seconds(1);
    expect(people).toHaveLength(1);
    one.cancel();
    await seconds(0);
    expect(one.view()).toEqual({ state: 'idle' });
  });

  it('signs nobody in who answers later', async () => {
    const ended = one.signIn(anyone);
    await seconds(1);
    one.cancel();
    polled = () => granted({ token: 't' });
    await seconds(900);
    expect([await ended, people]).toEqual(['cancelled', []]);
  });
});

it('is one at a time: a second takes the place of the first, which is cancelled', async () => {
  const first = one.signIn(anyone);
  await seconds(1);
  const second = one.signIn({ ...anyone, ask: { ...asked, cloud: 'china' } });
  expect(await first).toBe('cancelled');
  await seconds(1);
  expect(one.view()).toMatchObject({
    state: 'waiting',
    asked: { cloud: 'china' },
    code: { ...code, expiresAt: noon + 901_000 },
  });
  polled = () => granted({ token: 't' });
  await seconds(10);
  expect([await second, people.length, one.view()]).toEqual([null, 1, { state: 'idle' }]);
});

it('gives up the code when it ends, and says so', async () => {
  const ended = one.signIn(anyone);
  await seconds(920);
  expect([await ended, one.view()]).toEqual([
    'code-expired',
    { state: 'failed', asked, failure: 'code-expired' },
  ]);
});
