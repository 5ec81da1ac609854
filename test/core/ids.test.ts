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

it('of a part of a drive is another, and that of the whole drive stays what it was', () => {
  expect(watchIdOf('a-1', 'b!drive')).toBe('w-ba862167e51513a0');
  expect(watchIdOf('a-1', 'b!drive', null)).toBe(watchIdOf('a-1', 'b!drive'));
  const parts = [
    watchIdOf('a-1', 'd1', 'i1'),
    watchIdOf('a-1', 'd1', 'i2'),
    watchIdOf('a-1', 'd1'),
  ];
  expect(new Set(parts).size).toBe(3);
});
