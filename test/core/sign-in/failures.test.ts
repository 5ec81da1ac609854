import { describe, expect, it } from 'vitest';
import type { SignInFailure } from '../../../src/shared/snapshot.ts';
import {
  claimsWanted,
  signInFailure,
  tokenFailure,
  waitWanted,
} from '../../../src/core/sign-in/failures.ts';
import { NetworkTrouble } from '../../../src/core/sign-in/msal-network.ts';
import { TokensLocked } from '../../../src/core/sign-in/vault.ts';

interface Fields {
  readonly name?: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly subError?: string;
  readonly status?: number;
}

function thrown(fields: Fields): Error {
  return Object.assign(new Error('message'), fields);
}

/** As our network throws what a device code poll was answered. */
function polled(error: string): Error {
  return thrown({ errorCode: error });
}

const deviceCodeFailures: [string, unknown, SignInFailure][] = [
  ['a code declined', polled('authorization_declined'), 'declined'],
  ['a code that has ended', polled('expired_token'), 'code-expired'],
  [
    'a code that has ended, by our clock',
    thrown({ errorCode: 'device_code_expired' }),
    'code-expired',
  ],
  ['a code not known', polled('bad_verification_code'), 'code-expired'],
  ['a code refused', polled('code_refused'), 'code-refused'],
  ['a code with an error of its own', polled('other'), 'unexpected-answer'],
];

const timeout = new DOMException('timed out', 'TimeoutError');

describe('a token not given', () => {
  it.each<[string, unknown, ReturnType<typeof tokenFailure>]>([
    [
      'revoked',
      thrown({ name: 'InteractionRequiredAuthError', errorCode: 'invalid_grant' }),
      'signed-out',
    ],
    [
      'expired, as a server error',
      thrown({ name: 'ServerError', errorCode: 'invalid_grant' }),
      'signed-out',
    ],
    [
      'more asked of the person',
      thrown({ name: 'InteractionRequiredAuthError', errorCode: 'interaction_required' }),
      'signed-out',
    ],
    [
      'no account in the cache',
      thrown({ errorCode: 'no_account_in_silent_request' }),
      'signed-out',
    ],
    ['app unknown', thrown({ errorCode: 'unauthorized_client' }), 'client-id-wrong'],
    ['app refused', thrown({ errorCode: 'invalid_client' }), 'client-id-wrong'],
    [
      'app unknown in the tenant',
      thrown({ errorCode: 'invalid_grant', errorMessage: 'AADSTS700016: no such app' }),
      'client-id-wrong',
    ],
    ['MSAL without network', thrown({ errorCode: 'network_error' }), 'no-network'],
    ['a mistake of MSAL’s or ours', new TypeError('x is not a function'), 'microsoft-down'],
    ['no answer in time', timeout, 'no-network'],
    [
      'Microsoft busy',
      thrown({ name: 'ServerError', errorCode: 'temporarily_unavailable', status: 503 }),
      'microsoft-down',
    ],
    ['a portal in between', new NetworkTrouble('not_json'), 'not-json'],
    ['nobody reached', new NetworkTrouble('unreached'), 'no-network'],
    ['Entra busy', new NetworkTrouble('busy', 5000), 'microsoft-down'],
    ['consent withdrawn', thrown({ errorCode: 'consent_required' }), 'signed-out'],
    [
      'app of one tenant',
      thrown({ errorCode: 'invalid_grant', errorMessage: 'AADSTS50020: x' }),
      'signed-out',
    ],
    [
      'app with a secret',
      thrown({ errorCode: 'invalid_client', errorMessage: 'AADSTS7000218: x' }),
      'client-id-wrong',
    ],
    ['a locked key ring', new TokensLocked(), 'keys-locked'],
    ['anything else', thrown({}), 'microsoft-down'],
    ['no error at all', 'text', 'microsoft-down'],
    ['nothing', undefined, 'microsoft-down'],
  ])('%s', (_what, error, code) => {
    expect(tokenFailure(error)).toBe(code);
  });

  it.each([
    new TypeError('fetch failed'),
    new NetworkTrouble('unreached'),
    new NetworkTrouble('not_json'),
    new NetworkTrouble('busy'),
    timeout,
    thrown({ status: 500 }),
    undefined,
  ])('signs nobody out without a word from Entra: %s', (error) => {
    expect(tokenFailure(error)).not.toBe('signed-out');
  });
});

describe('a sign-in that fails', () => {
  it.each<[string, unknown, ReturnType<typeof signInFailure>]>([
    ['cancelled by us', thrown({ errorCode: 'user_cancelled' }), 'cancelled'],
    ['ended by us', thrown({ errorCode: 'user_timed_out' }), 'timed-out'],
    ['no browser', thrown({ errorCode: 'browser_did_not_open' }), 'browser-did-not-open'],
    ['declined', thrown({ errorCode: 'access_denied' }), 'declined'],
    ['consent missing', thrown({ errorCode: 'consent_required' }), 'needs-administrator'],
    [
      'declined for want of an administrator',
      thrown({ errorCode: 'access_denied', errorMessage: 'AADSTS90094: admin' }),
      'needs-administrator',
    ],
    [
      'an administrator is needed',
      thrown({ errorCode: 'x', errorMessage: 'AADSTS900941: admin' }),
      'needs-administrator',
    ],
    [
      'app unknown',
      thrown({ errorCode: 'invalid_request', errorMessage: 'AADSTS700016: x' }),
      'client-id-wrong',
    ],
    [
      'app of one tenant',
      thrown({ errorCode: 'invalid_request', errorMessage: 'AADSTS50194: x' }),
      'client-audience-wrong',
    ],
    [
      'app without guests',
      thrown({ errorCode: 'x', errorMessage: 'AADSTS50020: x' }),
      'client-audience-wrong',
    ],
    [
      'app of one audience',
      thrown({ errorCode: 'x', errorMessage: 'AADSTS9002346: x' }),
      'client-audience-wrong',
    ],
    [
      'app of another tenant',
      thrown({ errorCode: 'x', errorMessage: 'AADSTS90072: x' }),
      'client-audience-wrong',
    ],
    [
      'app without personal accounts',
      thrown({
        errorCode: 'unauthorized_client',
        errorMessage: 'The client does not exist or is not enabled for consumers.',
      }),
      'client-audience-wrong',
    ],
    [
      'app with a secret',
      thrown({ errorCode: 'invalid_client', errorMessage: 'AADSTS7000218: x' }),
      'client-not-public',
    ],
    ['app refused', thrown({ errorCode: 'invalid_client' }), 'client-id-wrong'],
    [
      'a longer number is another code',
      thrown({ errorCode: 'x', errorMessage: 'AADSTS7000160' }),
      'unexpected-answer',
    ],
    ['a mistake of MSAL’s or ours', new TypeError('x'), 'unexpected-answer'],
    ['no answer in time', timeout, 'no-network'],
    ['Microsoft down', thrown({ errorCode: 'x', status: 503 }), 'microsoft-down'],
    ['a portal in between', new NetworkTrouble('not_json'), 'not-json'],
    ['nobody reached', new NetworkTrouble('unreached'), 'no-network'],
    ['Entra busy', new NetworkTrouble('busy', 5000), 'microsoft-down'],
    ...deviceCodeFailures,
    ['a locked key ring', new TokensLocked(), 'keys-locked'],
    ['a code that every object knows', thrown({ errorCode: 'toString' }), 'unexpected-answer'],
    ['refused otherwise', thrown({ errorCode: 'x', status: 400 }), 'unexpected-answer'],
    ['nothing', undefined, 'unexpected-answer'],
  ])('%s', (_what, error, code) => {
    expect(signInFailure(error)).toBe(code);
  });
});

it.each<[unknown, number | null]>([
  [new NetworkTrouble('busy', 30_000), 30_000],
  [new NetworkTrouble('busy', 0), 0],
  [new NetworkTrouble('busy'), null],
  [new NetworkTrouble('unreached'), null],
  [Object.assign(new Error('x'), { retryAfterMs: '30000' }), null],
  ['text', null],
])('knows how long Entra wants to be left alone: %s', (error, wait) => {
  expect(waitWanted(error)).toBe(wait);
});

it.each<[unknown, string | null]>([
  [Object.assign(new Error('x'), { claims: '{"access_token":{}}' }), '{"access_token":{}}'],
  [Object.assign(new Error('x'), { claims: '' }), null],
  [Object.assign(new Error('x'), { claims: 'text' }), null],
  [Object.assign(new Error('x'), { claims: { access_token: {} } }), null],
  [new Error('x'), null],
  [{ claims: '{}' }, null],
])('knows what Entra wants of the next sign-in: %s', (error, claims) => {
  expect(claimsWanted(error)).toBe(claims);
});
