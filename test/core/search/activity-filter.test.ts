import { expect, it } from 'vitest';
import { filterAmong, noFilter } from '../../../src/core/search/activity-filter.ts';
import { parseConfig } from '../../../src/core/settings/settings.ts';
import { config } from '../support/config.ts';

const filter = { kinds: ['edited'], drives: ['w-1', 'gone'], person: 'Ada', unreadOnly: true };

it('is kept as it was', () => {
  expect(parseConfig({ ...config, filter })).toMatchObject({ ok: true, config: { filter } });
});

it.each([undefined, null, { ...filter, kinds: ['mislaid'] }, { kinds: [] }])(
  'one that cannot be read is none: %o',
  (filter) => {
    expect(parseConfig({ ...config, filter })).toMatchObject({ config: { filter: noFilter } });
  },
);

it('knows only drives that are watched', () => {
  const kept = filterAmong({ ...noFilter, drives: ['w-1', 'gone'] }, ['w-1', 'w-2']);
  expect(kept).toEqual({ ...noFilter, drives: ['w-1'] });
});

it.each([
  ['person', 'person'],
  [null, null],
  [undefined, null],
  ['folder', null],
])('a list grouped by %o comes back grouped by %o', (groupBy, kept) => {
  expect(parseConfig({ ...config, groupBy })).toMatchObject({ config: { groupBy: kept } });
});
