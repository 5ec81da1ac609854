import { expect, test } from 'vitest';
import { staysFlat } from '../property/stays-flat.ts';

/** `LONG_HOURS` of virtual time. */
const hours = Number(process.env['LONG_HOURS'] ?? 72);

test.each([
  ['left alone', true],
  ['that sleeps and whose clock jumps', false],
])(
  'through days of trouble on a computer %s timers, sockets, listeners and memory stay flat',
  async (_what, isLeftAlone) => {
    const samples = await staysFlat({ hours, everyHours: 6, isLeftAlone });
    // oxlint-disable-next-line no-console -- Somebody watches it for an hour.
    console.table(samples);
    expect(samples).toHaveLength(Math.floor(hours / 6));
  },
);
