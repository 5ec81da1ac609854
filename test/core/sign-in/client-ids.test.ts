import { describe, expect, it } from 'vitest';
import {
  clientIdOf,
  clientIdsOf,
  type GivenClientIds,
  isClientId,
} from '../../../src/core/sign-in/client-ids.ts';

const all: GivenClientIds = { builtIn: 'built-in', environment: 'environment' };
const environment: GivenClientIds = { builtIn: '', environment: 'environment' };
const none: GivenClientIds = { builtIn: '', environment: '' };
const own = { global: 'mine', 'us-gov': 'mine-gov' };

describe('the app registration of the global cloud', () => {
  it.each([
    ['built in', all, own, { source: 'built-in', value: 'built-in' }],
    ['of the environment', environment, own, { source: 'environment', value: 'environment' }],
    ['of the settings', none, own, { source: 'settings', value: 'mine' }],
    ['none', none, {}, { source: 'none', value: '' }],
  ] as const)('is the one %s', (_what, given, settings, view) => {
    expect(clientIdOf('global', given, settings)).toEqual(view);
  });
});

describe('the app registration of a national cloud', () => {
  it('comes from the settings alone', () => {
    expect(clientIdsOf(all, own)).toEqual({
      global: { source: 'built-in', value: 'built-in' },
      'us-gov': { source: 'settings', value: 'mine-gov' },
      'us-dod': { source: 'none', value: '' },
      china: { source: 'none', value: '' },
    });
  });
});

it.each([
  ['12345678-1234-1234-1234-123456789abc', true],
  ['12345678-1234-1234-1234-123456789ABC', true],
  ['12345678-1234-1234-1234-123456789abc ', false],
  ['12345678-1234-1234-1234-123456789abg', false],
  ['12345678123412341234123456789abc', false],
  ['{12345678-1234-1234-1234-123456789abc}', false],
  ['12345678-1234-1234-1234-123456789abc\n', false],
  ['drivebell', false],
  ['', false],
])('%j has the form of a client id: %j', (text, expected) => {
  expect(isClientId(text)).toBe(expected);
});
