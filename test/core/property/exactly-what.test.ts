import { expect, test } from 'vitest';
import { exactlyWhat } from './exactly-what.ts';

// `npm run test:long` does the same 10,000 times. The time limit leaves room to shrink what fails.
test('each change of a drive is told once, exactly, whatever happens on the way', async () => {
  await expect(exactlyWhat(200)).resolves.toBeUndefined();
}, 600_000);
