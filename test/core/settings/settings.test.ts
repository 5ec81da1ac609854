import { describe, expect, it } from 'vitest';
import { emptyConfig, parseConfig } from '../../../src/core/settings/settings.ts';
import { config } from '../support/config.ts';

it('reads what it wrote', () => {
  expect(parseConfig(structuredClone(config))).toEqual({ ok: true, config });
  expect(parseConfig(structuredClone(emptyConfig))).toEqual({ ok: true, config: emptyConfig });
});

it.each([undefined, {}])('%j is a first start', (value) => {
  expect(parseConfig(value)).toEqual({ ok: false, code: 'empty' });
});

it.each([{ version: 3 }, { ...config, version: 99, accounts: 'in some new form' }])(
  'a newer version is not guessed at',
  (value) => {
    expect(parseConfig(value)).toEqual({ ok: false, code: 'newer' });
  },
);

it.each([
  null,
  7,
  'text',
  [1],
  { version: 0 },
  { version: '1' },
  { version: 1 },
  { version: 2 },
  { version: 1, accounts: 'none', drives: [], pausedUntil: null },
  { version: 1, accounts: [7], drives: [], pausedUntil: null },
  { ...config, accounts: {} },
  { ...config, accounts: [{ ...config.accounts[0], cloud: 'mars' }] },
  { ...config, clientIds: { mars: 'x' } },
  { ...config, clientIds: { global: 7 } },
  { ...config, allowsWeakStorage: 'yes' },
  { ...config, drives: [{ ...config.drives[0], kind: 'new' }] },
  { ...config, drives: [{}] },
  { ...config, pausedUntil: 'forever' },
])('unreadable: %j', (value) => {
  expect(parseConfig(value)).toEqual({ ok: false, code: 'unreadable' });
});

it.each([null, 1, 'until-resumed'])('paused until %j is a pause', (pausedUntil) => {
  expect(parseConfig({ ...config, pausedUntil })).toMatchObject({
    ok: true,
    config: { pausedUntil },
  });
});

it('knows the app registrations that the person has given, of some clouds or of all', () => {
  for (const clientIds of [{}, { china: 'c' }, { global: 'a', 'us-gov': 'b', 'us-dod': 'd' }]) {
    expect(parseConfig({ ...config, clientIds })).toMatchObject({
      ok: true,
      config: { clientIds },
    });
  }
});

describe('hooks', () => {
  const hook = { kind: 'post', url: 'http://localhost:8080/' };

  it('are none where an earlier version has written the file', () => {
    const { hooks: _hooks, ...earlier } = config;
    expect(parseConfig(earlier)).toEqual({ ok: true, config });
  });

  it.each([{ kind: 'command', program: 'tell' }, { ...hook, url: 'http://evil.example/' }, 7])(
    'that cannot be meant are left out, and nothing else is lost: %j',
    (bad) => {
      expect(parseConfig({ ...config, hooks: { 'r-1': bad, 'r-2': hook } })).toEqual({
        ok: true,
        config: { ...config, hooks: { 'r-2': hook } },
      });
    },
  );
});

describe('version 1', () => {
  const { cloud: _cloud, ...account } = config.accounts[0] ?? {};
  const { clientIds: _clientIds, allowsWeakStorage: _allowed, ...rest } = config;
  const old = { ...rest, version: 1, accounts: [account, { ...account, accountId: 'a-2' }] };

  it('is kept whole: its accounts are of the one cloud it knew', () => {
    expect(parseConfig(structuredClone(old))).toEqual({
      ok: true,
      config: {
        ...config,
        accounts: [...config.accounts, { ...config.accounts[0], accountId: 'a-2' }],
        clientIds: {},
        allowsWeakStorage: false,
      },
    });
  });

  it('does not say what it could not know', () => {
    const odd = { ...old, clientIds: { global: 'x' }, allowsWeakStorage: true };
    expect(parseConfig(odd)).toMatchObject({
      config: { clientIds: {}, allowsWeakStorage: false },
    });
  });

  it('of somebody without accounts is one without accounts', () => {
    const empty = { version: 1, accounts: [], drives: [], pausedUntil: null };
    expect(parseConfig(empty)).toEqual({ ok: true, config: emptyConfig });
  });
});
