import { describe, expect, it } from 'vitest';
import { type Config, emptyConfig, parseConfig } from '../../../src/core/settings/settings.ts';
import { usualWishes } from '../../../src/core/notices/wishes.ts';
import { account as known, config } from '../support/config.ts';
import { rule } from '../support/notices.ts';

const whole = (config: Config) => ({ ok: true, config, isPart: false });
const part = (config: Config) => ({ ok: true, config, isPart: true });

it('reads what it wrote', () => {
  expect(parseConfig(structuredClone(config))).toEqual(whole(config));
  expect(parseConfig(structuredClone(emptyConfig))).toEqual(whole(emptyConfig));
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
  { ...config, drives: {} },
  { ...config, drives: [{}], accounts: [{}] },
  { ...config, pausedUntil: 'forever' },
  { ...config, pausedUntil: 1e300 },
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

it.each([
  ['Money', 'Money'],
  [' Money\n', 'Money'],
  ['', null],
  [undefined, null],
  [7, null],
])('a drive that the person calls %j is called %j', (label, shown) => {
  const drives = [{ ...config.drives[0], label }];
  expect(parseConfig({ ...config, drives })).toMatchObject({
    ok: true,
    config: { drives: [{ name: 'Finance', label: shown }] },
  });
});

describe('hooks', () => {
  const hook = { kind: 'post', url: 'http://localhost:8080/' };

  it('are none where an earlier version has written the file', () => {
    const { hooks: _hooks, ...earlier } = config;
    expect(parseConfig(earlier)).toEqual(whole(config));
  });

  it.each([{ kind: 'command', program: 'tell' }, { ...hook, url: 'http://evil.example/' }, 7])(
    'that cannot be meant are left out, and nothing else is lost: %j',
    (bad) => {
      const left = { 'r-2': { kind: 'post', url: 'http://localhost:8080/' } } as const;
      expect(parseConfig({ ...config, hooks: { 'r-1': bad, 'r-2': hook } })).toEqual(
        part({ ...config, hooks: left }),
      );
    },
  );
});

describe('what cannot be meant is left out, and nothing else is lost:', () => {
  const [drive] = config.drives;
  const good = [rule({ ruleId: 'one' }), rule({ ruleId: 'two' })];
  const { ruleId: _ruleId, ...nameless } = rule();
  const withRules = (...rules: readonly unknown[]) => ({
    ...config,
    wishes: { ...usualWishes, rules },
  });

  it.each<[string, unknown]>([
    ['of a kind that is not known', { ...rule(), kinds: ['painted'] }],
    ['with a field missing', nameless],
    ['that is none', 7],
  ])('a rule %s', (_what, bad) => {
    expect(parseConfig(withRules(bad, good[0], bad, good[1], bad))).toEqual(
      part({ ...config, wishes: { ...usualWishes, rules: good } }),
    );
  });

  it.each<[string, unknown]>([
    ['of a kind that is not known', { ...drive, kind: 'new' }],
    ['without all that is needed', {}],
  ])('a drive %s', (_what, bad) => {
    expect(parseConfig({ ...config, drives: [bad, drive] })).toEqual(part(config));
  });

  it('one wish of several', () => {
    const quiet = { ...usualWishes.quietHours, isOn: true };
    const wishes = { ...usualWishes, hasSound: false, readBy: 'mind', quietHours: quiet };
    expect(parseConfig({ ...config, wishes })).toEqual(
      part({ ...config, wishes: { ...usualWishes, hasSound: false, quietHours: quiet } }),
    );
  });

  it.each([{ wishes: 7 }, { hooks: [] }, { wishes: { ...usualWishes, rules: 'all' } }])(
    'all of %j',
    (bad) => {
      expect(parseConfig({ ...config, ...bad })).toEqual(part(config));
    },
  );

  it('all of it together', () => {
    const bad = { ...withRules(7, good[0]), drives: [7, drive], hooks: { 'r-1': 7 } };
    expect(parseConfig(bad)).toEqual(
      part({ ...config, wishes: { ...usualWishes, rules: [rule({ ruleId: 'one' })] } }),
    );
  });
});

it.each([undefined, 7, { isAutomatic: 'yes' }])(
  'is whole where an earlier version, or nobody, has said how it is updated: %j',
  (updates) => {
    const parsed = parseConfig({ ...config, updates });
    expect(parsed).toEqual({ ok: true, config, isPart: false });
  },
);

it('a wish that an earlier version did not know is the usual one', () => {
  const { readBy: _readBy, ...wishes } = usualWishes;
  expect(parseConfig({ ...config, wishes })).toEqual(whole(config));
});

describe('the webhook', () => {
  const { webhook: none, ...before } = config;

  it('is off where nothing is said of it, or nothing that makes sense', () => {
    expect(parseConfig(before)).toEqual(whole(config));
    for (const webhook of [null, { url: 7 }, { ...none, port: 80 }, { ...none, use: 'never' }])
      expect(parseConfig({ ...config, webhook })).toEqual(whole(config));
  });

  it('wakes no drive first, but those for which it was chosen', () => {
    const [drive] = config.drives;
    const { wakeBy: _wakeBy, ...older } = drive ?? {};
    expect(parseConfig({ ...config, drives: [older] })).toEqual(whole(config));
    const odd = { ...drive, wakeBy: 'wish' };
    expect(parseConfig({ ...config, drives: [odd] })).toEqual(whole(config));
  });
});

describe('version 1', () => {
  const { cloud: _cloud, ...account } = config.accounts[0] ?? {};
  const { clientIds: _clientIds, allowsWeakStorage: _allowed, ...rest } = config;
  const old = { ...rest, version: 1, accounts: [account, { ...account, accountId: 'a-2' }] };

  it('is kept whole: its accounts are of the one cloud it knew', () => {
    expect(parseConfig(structuredClone(old))).toEqual(
      whole({
        ...config,
        accounts: [...config.accounts, { ...known, accountId: 'a-2' }],
        clientIds: {},
        allowsWeakStorage: false,
      }),
    );
  });

  it('does not say what it could not know', () => {
    const odd = { ...old, clientIds: { global: 'x' }, allowsWeakStorage: true };
    expect(parseConfig(odd)).toMatchObject({
      config: { clientIds: {}, allowsWeakStorage: false },
    });
  });

  it('of somebody without accounts is one without accounts', () => {
    const empty = { version: 1, accounts: [], drives: [], pausedUntil: null };
    expect(parseConfig(empty)).toEqual(whole(emptyConfig));
  });
});
