import { expect, it } from 'vitest';
import { accountIdOf, watchIdOf } from '../../src/core/ids.ts';

it('are short, stable, and tell nothing', () => {
  expect(accountIdOf('global', 'home-account')).toMatch(/^a-[\da-f]{16}$/);
  expect(accountIdOf('global', 'home-account')).toBe(accountIdOf('global', 'home-account'));
  expect(watchIdOf('a-1', 'b!drive')).toMatch(/^w-[\da-f]{16}$/);
});

it('tell accounts and drives apart', () => {
  const ids = [watchIdOf('a-1', 'd1'), watchIdOf('a-1', 'd2'), watchIdOf('a-2', 'd1')];
  expect(new Set([...ids, accountIdOf('global', 'a-1'), accountIdOf('global', 'a-2')]).size).toBe(
    5,
  );
});

it('do not mind the spelling of a drive id: personal ones change it', () => {
  expect(watchIdOf('a-1', '1A2B')).toBe(watchIdOf('a-1', '1a2b'));
  expect(watchIdOf('a-1', '00000000001A2B00')).toBe(watchIdOf('a-1', '1a2b00'));
});
