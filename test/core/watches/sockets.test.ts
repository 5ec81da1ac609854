import { expect, it } from 'vitest';
import { type Holder, Sockets } from '../../../src/core/watches/sockets.ts';

const quiet = { accountId: 'ada', needsOne: true, isLive: false, lastFoundAt: 0, isSlowest: false };

function holders(...parts: readonly Partial<Holder>[]): readonly Holder[] {
  return parts.map((part, index) => ({ ...quiet, watchId: `w${index}`, ...part }));
}

function barred(all: readonly Holder[], most = 500): readonly (string | null)[] {
  const sockets = new Sockets(
    () => all,
    () => most,
  );
  return all.map(({ watchId }) => sockets.barred(watchId));
}

it('gives one to each drive', () => {
  expect(barred(holders({}, {}))).toEqual([null, null]);
});

it('gives them to the first, up to the limit', () => {
  expect(barred(holders({}, {}, {}), 2)).toEqual([null, null, 'too-many-drives']);
});

it('counts none that need none', () => {
  const all = holders({ needsOne: false }, {}, {});
  expect(barred(all, 2).slice(1)).toEqual([null, null]);
});

it('gives an account that must ask as little as it can one, for the drive that changed last', () => {
  const all = holders(
    { isSlowest: true },
    { isSlowest: true, lastFoundAt: 2 },
    { isSlowest: true, lastFoundAt: 1 },
    { accountId: 'grace' },
    { isSlowest: true, lastFoundAt: 3 },
  );
  expect(barred(all, 4)).toEqual([
    'too-many-drives',
    null,
    'too-many-drives',
    null,
    'too-many-drives',
  ]);
});

it('knows whether others are live', () => {
  const sockets = new Sockets(
    () => holders({ isLive: true }, {}),
    () => 2,
  );
  expect(['w0', 'w1'].map((id) => sockets.othersAreLive(id))).toEqual([false, true]);
});
