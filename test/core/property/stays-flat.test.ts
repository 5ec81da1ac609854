import { expect, test } from 'vitest';
import { staysFlat } from './stays-flat.ts';

// `npm run test:long` does the same for 72 hours.
test.each([
  ['left alone', true],
  ['that sleeps and whose clock jumps', false],
])(
  'through an hour of trouble on a computer %s timers, sockets, listeners and memory stay flat',
  async (_what, isLeftAlone) => {
    const samples = await staysFlat({ hours: 1, everyHours: 0.25, isLeftAlone });
    expect(samples).toHaveLength(4);
  },
  600_000,
);
