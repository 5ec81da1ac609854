import { expect, it } from 'vitest';
import { describe as describeThrown } from '../../src/core/describe.ts';

const secret = 'https://user:pass@host/?token=1';

it.each<[unknown, string]>([
  [new TypeError(secret), 'TypeError'],
  [Object.assign(new Error(secret), { code: 'ENOSPC' }), 'Error ENOSPC'],
  [
    Object.assign(new Error(secret), { errorCode: 'invalid_grant', subError: 'bad_token' }),
    'Error invalid_grant bad_token',
  ],
  [
    Object.assign(new Error(`AADSTS700016: ${secret}`), { errorCode: 'unauthorized_client' }),
    'Error unauthorized_client AADSTS700016',
  ],
  [new Error(`xAADSTS700016 AADSTS1234567890 ${secret}`), 'Error'],
  [Object.assign(new Error(secret), { code: secret }), 'Error'],
  [
    new Error(secret, { cause: Object.assign(new Error(secret), { code: 'ECONNRESET' }) }),
    'Error<Error ECONNRESET',
  ],
  [new Error(secret, { cause: secret }), 'Error'],
  [secret, 'string'],
  [undefined, 'undefined'],
])('tells names and codes alone', (thrown, text) => {
  expect(describeThrown(thrown)).toBe(text);
});
