import { expect, test } from 'vitest';
import { Simulator } from '../../simulator/simulator.ts';
import { must, signInAndWatch, startDrivebell, until, untilState } from '../../support/harness.ts';

test('drives over the limit of sockets are checked, say why, and do not worsen the whole', async () => {
  await using simulator = await Simulator.start();
  using first = startDrivebell(simulator);
  await signInAndWatch(first, simulator, ['finance', 'product']);
  first.disk.config = { ...(first.disk.config as object), mostSockets: 1 };
  using harness = first.restart();
  const { drivebell } = harness;
  const states = (): string =>
    drivebell
      .snapshot()
      .drives.map(({ liveness }) => `${liveness.state} ${liveness.reason}`)
      .join();
  await until(() => states() === 'live null,polling too-many-drives', states);
  expect(drivebell.snapshot().liveness.state).toBe('live');
  await until(() => simulator.push.sockets() === 1);
  expect(drivebell.snapshot().drives.map((drive) => drive.connection?.via)).toEqual([
    'library',
    undefined,
  ]);
  // A socket that becomes free is used.
  const [one] = drivebell.snapshot().drives;
  must(await drivebell.drives.stop(one?.watchId ?? '', 'keep'));
  await untilState(drivebell, 'live');
  expect(states()).toBe('live null');
  await until(() => simulator.push.sockets() === 1);
});
