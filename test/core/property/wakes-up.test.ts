import { expect, test } from 'vitest';
import { wakesUp } from './wakes-up.ts';

test('after sleep, told of or not, every drive is live in seconds, and what happened meanwhile is told', async () => {
  await expect(wakesUp(150)).resolves.toBeUndefined();
}, 600_000);
