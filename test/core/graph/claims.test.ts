import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../src/core/graph/claims.ts';

const claims = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}';
const base64 = Buffer.from(claims).toString('base64');
const uri = 'authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"';

describe('claims are found', () => {
  it.each<[string, string]>([
    [
      'in one challenge',
      `Bearer realm="", ${uri}, error="insufficient_claims", claims="${base64}"`,
    ],
    [
      'whatever the order',
      `Bearer claims="${base64}", error="insufficient_claims", realm="", ${uri}`,
    ],
    ['without spaces', `Bearer realm="",claims="${base64}",error="insufficient_claims"`],
    ['in the second of several', `PoP realm="", Bearer realm="", claims="${base64}"`],
    ['in the first of several', `Bearer claims="${base64}", PoP realm="x", nonce="y"`],
    ['in capitals', `BEARER Claims="${base64}"`],
    ['without padding', `Bearer claims="${base64.replaceAll('=', '')}"`],
  ])('%s', (_what, header) => {
    expect(claimsOf(header)).toBe(claims);
  });

  it('with padding, one sign or two', () => {
    for (const more of ['', ' ', '  ']) {
      const text = `${claims}${more}`;
      expect(claimsOf(`Bearer claims="${Buffer.from(text).toString('base64')}"`)).toBe(text);
    }
  });

  it('in base64url as well', () => {
    const text = '{"access_token":{"x":{"value":"ÿ?>~ÿÿ"}}}';
    const encoded = Buffer.from(text).toString('base64url');
    expect(encoded).toMatch(/[-_]/);
    expect(claimsOf(`Bearer claims="${encoded}"`)).toBe(text);
    expect(claimsOf(`Bearer claims="${Buffer.from(text).toString('base64')}"`)).toBe(text);
  });
});

const encoded = (text: string): string => Buffer.from(text).toString('base64');

describe('no claims are found', () => {
  it.each<[string, string | null]>([
    ['without a header', null],
    ['in an empty header', ''],
    ['in a challenge without them', `Bearer realm="", ${uri}, error="invalid_token"`],
    ['where they are empty', 'Bearer claims=""'],
    ['where they are no JSON', `Bearer claims="${encoded('not json at all')}"`],
    ['where they are cut off', `Bearer claims="${encoded(claims.slice(0, -1))}"`],
    ['where they are a list', `Bearer claims="${encoded('[{"access_token":{}}]')}"`],
    ['where they are a text', `Bearer claims="${encoded('"access_token"')}"`],
    ['where they are null', `Bearer claims="${encoded('null')}"`],
    ['where they are not base64', `Bearer claims="${claims.replaceAll('"', "'")}"`],
    ['without quotes', `Bearer claims=${base64}`],
    ['in a field of another name', `Bearer my_claims="${base64}", xclaims="${base64}"`],
    ['where they are too long', `Bearer claims="${encoded(`{"a":"${'x'.repeat(9100)}"}`)}"`],
    ['in a header that is too long', `Bearer claims="${base64}", x="${'x'.repeat(16_384)}"`],
  ])('%s', (_what, header) => {
    expect(claimsOf(header)).toBeNull();
  });
});
