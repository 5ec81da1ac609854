import { beforeEach, expect, it } from 'vitest';
import { globalCloud } from '../../../src/core/hosts.ts';
import { scopesFor } from '../../../src/core/sign-in/scopes.ts';
import { SignIn } from '../../../src/core/sign-in/sign-in.ts';
import type { SignInView } from '../../../src/shared/snapshot.ts';
import { handClock, heardLog, noon } from '../support/doubles.ts';
import { FetchNet, json } from '../support/fetched.ts';

const clientId = '12345678-1234-1234-1234-123456789abc';

let net: FetchNet;
let views: SignInView[];

beforeEach(() => {
  net = new FetchNet(() => Promise.reject(new TypeError('fetch failed')));
  views = [];
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
    log: heardLog(),
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
});

it('tells of a dead network before it opens the browser', async () => {
  expect(await signIn(clientId).signIn()).toBe('no-network');
});

it('is one at a time', async () => {
  const answer = Promise.withResolvers<Response>();
  net.answer = () => answer.promise;
  const one = signIn(clientId);
  const first = one.signIn();
  expect(await one.signIn()).toBe('cancelled');
  answer.resolve(json({ error: 'unauthorized_client' }, { status: 400 }));
  expect(await first).toBe('client-id-wrong');
});

it.each([
  ['own', ['User.Read', 'Files.Read']],
  ['shared', ['User.Read', 'Files.Read', 'Files.Read.All']],
] as const)('asks to read %s files, and never to write', (reach, scopes) => {
  expect(scopesFor(reach)).toEqual(scopes);
});
