import { describe, expect, it } from 'vitest';
import { signInFailure, tokenFailure } from '../../../src/core/sign-in/failures.ts';
import { UnexpectedAnswer } from '../../../src/core/sign-in/msal-network.ts';
import { TokensLocked } from '../../../src/core/sign-in/token-cache.ts';

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
    ['fetch without network', new TypeError('fetch failed'), 'no-network'],
    ['no answer in time', timeout, 'no-network'],
    [
      'Microsoft busy',
      thrown({ name: 'ServerError', errorCode: 'temporarily_unavailable', status: 503 }),
      'microsoft-down',
    ],
    ['a portal in between', new UnexpectedAnswer('html'), 'microsoft-down'],
    ['a locked key ring', new TokensLocked(), 'keys-locked'],
    ['anything else', thrown({}), 'microsoft-down'],
    ['no error at all', 'text', 'microsoft-down'],
    ['nothing', undefined, 'microsoft-down'],
  ])('%s', (_what, error, code) => {
    expect(tokenFailure(error)).toBe(code);
  });

  it.each([new TypeError('fetch failed'), timeout, thrown({ status: 500 }), undefined])(
    'signs nobody out without a word from Entra: %s',
    (error) => {
      expect(tokenFailure(error)).not.toBe('signed-out');
    },
  );
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
      'client-id-wrong',
    ],
    [
      'a longer number is another code',
      thrown({ errorCode: 'x', errorMessage: 'AADSTS7000160' }),
      'unexpected-answer',
    ],
    ['no network', new TypeError('fetch failed'), 'no-network'],
    ['no answer in time', timeout, 'no-network'],
    ['Microsoft down', thrown({ errorCode: 'x', status: 503 }), 'microsoft-down'],
    ['a portal in between', new UnexpectedAnswer('html'), 'unexpected-answer'],
    ['a locked key ring', new TokensLocked(), 'keys-locked'],
    ['refused otherwise', thrown({ errorCode: 'x', status: 400 }), 'unexpected-answer'],
    ['nothing', undefined, 'unexpected-answer'],
  ])('%s', (_what, error, code) => {
    expect(signInFailure(error)).toBe(code);
  });
});
