import { expect, it } from 'vitest';
import { emptyConfig, parseConfig } from '../../src/core/settings.ts';
import { config } from './support/config.ts';

it('reads what it wrote', () => {
  expect(parseConfig(structuredClone(config))).toEqual({ ok: true, config });
  expect(parseConfig(structuredClone(emptyConfig))).toEqual({ ok: true, config: emptyConfig });
});

it.each([undefined, {}])('%j is a first start', (value) => {
  expect(parseConfig(value)).toEqual({ ok: false, code: 'empty' });
});

it.each([{ version: 2 }, { ...config, version: 99, accounts: 'in some new form' }])(
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
  { ...config, accounts: {} },
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
