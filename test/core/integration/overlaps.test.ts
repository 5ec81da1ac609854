import { expect, test } from 'vitest';
import { Simulator } from '../../simulator/simulator.ts';
import {
  type Harness,
  idsOf,
  isOf,
  must,
  signInAndWatch,
  startDrivebell,
  until,
  untilState,
} from '../../support/harness.ts';

/** All of the Finance library, and its folder Budget once more. */
async function watchTwice(harness: Harness, simulator: Simulator): Promise<void> {
  const { drivebell } = harness;
  await signInAndWatch(harness, simulator, ['finance']);
  const { drives } = must(await drivebell.drives.list());
  const library = drives.find((one) => isOf(one, simulator.drives.finance.id));
  const { accountId = '', foundId = '' } = library ?? {};
  const inside = must(await drivebell.drives.finder.find(accountId, { what: 'inside', foundId }));
  must(await drivebell.drives.watch(idsOf(inside.found.filter(({ name }) => name === 'Budget'))));
  await untilState(drivebell, 'live');
}

/** Creates files one after the other until each watch has found one. */
async function untilBothFound(harness: Harness, simulator: Simulator): Promise<void> {
  const finders = new Set<string>();
  for (let n = 1; finders.size < 2; n += 1) {
    simulator.drives.finance.createFile(`/Budget/${n}.txt`, { by: 'Adele Vance' });
    await until(() => latest(harness)?.name === `${n}.txt`);
    finders.add(latest(harness)?.watchId ?? '');
  }
}

const latest = ({ drivebell }: Harness) => must(drivebell.history.page(null, 1)).rows[0];

test('what is muted in a folder stays so, whichever of two watches finds the next change', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  await watchTwice(harness, simulator);
  const { finance } = simulator.drives;
  finance.createFile('/Budget/0.txt', { by: 'Adele Vance' });
  await until(() => harness.notices.length === 1);
  must(harness.drivebell.preferences.rules.mute(latest(harness)?.id ?? 0, 'folder', 'one-hour'));
  await untilBothFound(harness, simulator);
  expect(harness.notices).toHaveLength(1);
});

test('what two watches of a drive find at a time is told in one notice, of one drive', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  await watchTwice(harness, simulator);
  await untilBothFound(harness, simulator);
  const { length } = must(harness.drivebell.history.page(null, 200)).rows;
  await until(() => harness.notices.at(-1)?.count === length);
  expect(harness.notices.at(-1)?.drives).toHaveLength(1);
});

test('what lies deeper in a muted folder is not told though its folder is deleted right after it', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  const { drivebell, notices } = harness;
  await signInAndWatch(harness, simulator, ['finance']);
  await until(() => drivebell.snapshot().drives[0]?.learning === null);
  const { finance } = simulator.drives;
  const adele = { by: 'Adele Vance' };
  const listed = () => must(drivebell.history.page(null, 100)).rows;
  finance.createFolder('/Old', adele);
  finance.createFolder('/Old/Deep', adele);
  finance.createFile('/Old/Deep/a.txt', adele);
  finance.createFile('/Old/b.txt', adele);
  await until(() => listed().length === 4 && notices.length > 0);
  const top = listed().find(({ name }) => name === 'b.txt');
  must(drivebell.preferences.rules.mute(top?.id ?? 0, 'folder', 'always'));
  const before = notices.length;
  finance.delete('/Old/Deep/a.txt', adele);
  await until(() => listed().length === 5);
  finance.delete('/Old/Deep', adele);
  await until(() => listed().length === 6);
  // Who did it is asked for first: what follows is told after them.
  const [path = ''] = finance.paths('file');
  await until(() => listed().every(({ actor }) => actor !== null));
  finance.edit(path, adele);
  await until(() => notices.length > before);
  expect(notices.at(-1)?.changes.map(({ kinds }) => kinds)).not.toContainEqual(['deleted']);
});
