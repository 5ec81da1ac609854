import { beforeEach, expect, it } from 'vitest';
import { globalCloud } from '../../../src/core/hosts.ts';
import { scopesFor } from '../../../src/core/sign-in/scopes.ts';
import { SignIn } from '../../../src/core/sign-in/sign-in.ts';
import type { SignInView } from '../../../src/shared/snapshot.ts';
import { handClock, heardLog, type HeardLog, noon } from '../support/doubles.ts';
import { FetchNet, json } from '../support/fetched.ts';

const clientId = '12345678-1234-1234-1234-123456789abc';

let net: FetchNet;
let views: SignInView[];
let log: HeardLog;

beforeEach(() => {
  net = new FetchNet(() => Promise.reject(new TypeError('fetch failed')));
  views = [];
  log = heardLog();
});

function signIn(id: string): SignIn {
  const made: SignIn = new SignIn({
    clientId: id,
    hosts: globalCloud,
    net,
    browser: { open: () => Promise.resolve(true) },
    secretFile: {
      load: () => Promise.resolve({ ok: false, code: 'absent' }),
      save: () => Promise.resolve('saved'),
    },
    clock: handClock(),
    log,
    pages: { signedIn: '<p>yes</p>', notSignedIn: '<p>no</p>' },
    isKnown: () => false,
    reachOf: () => 'own',
    onSignedIn: () => Promise.resolve(null),
    onChange: () => views.push(made.view()),
    onKeeping: () => undefined,
  });
  return made;
}

it.each([
  ['', 'client-id-missing'],
  ['not-a-client-id', 'client-id-wrong'],
  [`${clientId} `, 'client-id-wrong'],
])('with the client id %j asks nobody', async (id, failure) => {
  expect(await signIn(id).signIn()).toBe(failure);
  expect(net.asked).toEqual([]);
  expect(views).toEqual([
    { state: 'waiting', since: noon },
    { state: 'failed', failure },
  ]);
  expect(log.text()).toBe(`not-signed-in {"code":"${failure}"}`);
});

it('tells of a dead network before it opens the browser', async () => {
  expect(await signIn(clientId).signIn()).toBe('no-network');
});

it('is one at a time: a second takes the place of the first, once that has ended', async () => {
  const answer = Promise.withResolvers<void>();
  let asked = 0;
  net.answer = async () => {
    asked += 1;
    await answer.promise;
    return json({ error: 'unauthorized_client' }, { status: 400 });
  };
  const one = signIn(clientId);
  const outcomes = [one.signIn(), one.signIn()];
  expect(asked).toBe(1);
  answer.resolve();
  expect(await Promise.all(outcomes)).toEqual(['client-id-wrong', 'client-id-wrong']);
  expect(asked).toBe(2);
});

it.each([
  ['own', ['User.Read', 'Files.Read']],
  ['shared', ['User.Read', 'Files.Read', 'Files.Read.All']],
] as const)('asks to read %s files, and never to write', (reach, scopes) => {
  expect(scopesFor(reach)).toEqual(scopes);
});
