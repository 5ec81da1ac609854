import { beforeEach, describe, expect, it } from 'vitest';
import type { SecretSave } from '../../src/core/ports.ts';
import type { Found } from '../../src/core/sign-in/vault.ts';
import { Troubles } from '../../src/core/troubles.ts';
import type { TokenStorage, Trouble } from '../../src/shared/snapshot.ts';

let changes: number;
let troubles: Troubles;

beforeEach(() => {
  changes = 0;
  troubles = new Troubles(() => (changes += 1));
});

it('holds what was said, until it no longer does', () => {
  troubles.set('config-lost', true);
  troubles.set('clock-wrong', true);
  expect([troubles.all, changes]).toEqual([['config-lost', 'clock-wrong'], 2]);
  troubles.set('config-lost', false);
  expect([troubles.all, changes]).toEqual([['clock-wrong'], 3]);
});

it('tells of no change where there is none', () => {
  troubles.set('clock-wrong', false);
  troubles.set('clock-wrong', true);
  troubles.set('clock-wrong', true);
  expect([troubles.all, changes]).toEqual([['clock-wrong'], 1]);
});

describe('the stored sign-ins', () => {
  it.each<[Found, readonly Trouble[]]>([
    ['usable', []],
    ['restored', ['tokens-restored']],
    ['lost', ['tokens-lost']],
    ['key-changed', ['tokens-key-changed']],
  ])('found %s: %j', (found, expected) => {
    troubles.tokensFound(found);
    expect(troubles.all).toEqual(expected);
  });

  it('found anew replace what was said before', () => {
    troubles.tokensFound('lost');
    troubles.tokensFound('usable');
    expect(troubles.all).toEqual([]);
  });

  it.each(['lost', 'key-changed'] as const)('%s are replaced by signing in again', (found) => {
    troubles.tokensFound(found);
    troubles.set('clock-wrong', true);
    troubles.signedIn();
    expect(troubles.all).toEqual(['clock-wrong']);
  });

  it('restored of an older copy are not', () => {
    troubles.tokensFound('restored');
    troubles.signedIn();
    expect(troubles.all).toEqual(['tokens-restored']);
  });
});

describe('a save', () => {
  it.each<[SecretSave, readonly Trouble[], TokenStorage]>([
    ['saved', [], 'safe'],
    ['saved-weakly', [], 'weak'],
    ['memory-only', ['tokens-weak-storage'], 'memory'],
    ['failed', ['tokens-not-saved'], 'safe'],
  ])('that is %s: %j, kept %s', (how, expected, storage) => {
    troubles.tokensSaved(how);
    expect([troubles.all, troubles.tokenStorage]).toEqual([expected, storage]);
  });

  it('that fails does not say that the storage is another one', () => {
    troubles.tokensSaved('saved-weakly');
    troubles.tokensSaved('failed');
    expect([troubles.all, troubles.tokenStorage]).toEqual([['tokens-not-saved'], 'weak']);
  });

  it('that works ends what was said of those before', () => {
    for (const how of ['failed', 'memory-only', 'saved'] as const) troubles.tokensSaved(how);
    expect([troubles.all, troubles.tokenStorage]).toEqual([[], 'safe']);
  });

  it('to another storage is a change, once', () => {
    troubles.tokensSaved('saved-weakly');
    troubles.tokensSaved('saved-weakly');
    expect(changes).toBe(1);
  });
});
