import { expect, test } from 'vitest';
import { comesBack } from './comes-back.ts';

test('a drive that was gone for a while comes back by itself, its changes told', async () => {
  await expect(comesBack(40)).resolves.toBeUndefined();
}, 600_000);
