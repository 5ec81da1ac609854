import { expect, test } from 'vitest';
import { converges } from './converges.ts';

// `npm run test:long` does the same 10,000 times. The time limit leaves room to shrink what fails.
test('after whatever has gone wrong every drive is live again within 90 seconds, and no change is lost', async () => {
  await expect(converges(150)).resolves.toBeUndefined();
}, 600_000);
