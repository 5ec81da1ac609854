import { expect, test } from 'vitest';
import { Simulator } from '../../simulator/simulator.ts';
import {
  type Harness,
  must,
  signInAndWatch,
  startDrivebell,
  until,
  untilState,
} from '../../support/harness.ts';

function edit(simulator: Simulator, key: 'finance' | 'onedrive'): void {
  const drive = simulator.drives[key];
  drive.edit(drive.paths('file')[0] ?? '', { by: 'Adele Vance' });
}

function watchIdOf({ drivebell }: Harness, kind: 'library' | 'business'): string {
  return drivebell.snapshot().drives.find((drive) => drive.kind === kind)?.watchId ?? '';
}

const namesIn = ({ drivebell }: Harness): unknown =>
  must(drivebell.history.page(null, 10)).rows.map((row) => row.driveName);

test('what a drive has told stays, or goes with its toasts when it is stopped', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  const { drivebell, notices, closed } = harness;
  await signInAndWatch(harness, simulator, ['finance', 'onedrive']);
  edit(simulator, 'finance');
  edit(simulator, 'onedrive');
  await until(() => notices.length === 2);
  const [library, own] = [watchIdOf(harness, 'library'), watchIdOf(harness, 'business')];
  must(await drivebell.drives.stop(own, 'keep'));
  expect(must(drivebell.history.page(null, 10)).rows).toHaveLength(2);
  expect(closed).toEqual([]);

  must(await drivebell.drives.stop(library, 'delete'));
  const { rows } = must(drivebell.history.page(null, 10));
  expect(rows.map((row) => row.watchId)).toEqual([own]);
  expect(drivebell.snapshot()).toMatchObject({ unread: 1, recent: rows });
  const notice = notices.find(({ drives }) => drives.some(({ watchId }) => watchId === library));
  expect(closed).toEqual([notice?.noticeId]);
});

test('a drive is told of by the name it has been given, from then on and after a restart', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  const { drivebell, notices } = harness;
  await signInAndWatch(harness, simulator, ['finance']);
  const microsoftName = drivebell.snapshot().drives[0]?.name ?? '';
  edit(simulator, 'finance');
  await until(() => notices.length === 1);
  must(drivebell.drives.rename(watchIdOf(harness, 'library'), 'Money'));
  expect(drivebell.snapshot().drives).toMatchObject([{ name: 'Money', microsoftName }]);
  const { finance } = simulator.drives;
  finance.edit(finance.paths('file')[1] ?? '', { by: 'Adele Vance' });
  await until(() => notices.length === 2);
  expect(namesIn(harness)).toEqual(['Money', microsoftName]);
  expect(notices.at(-1)?.drives).toMatchObject([{ driveName: 'Money' }]);

  using again = harness.restart();
  await untilState(again.drivebell, 'live');
  expect(again.drivebell.snapshot().drives).toMatchObject([{ name: 'Money', microsoftName }]);
  finance.edit(finance.paths('file')[2] ?? '', { by: 'Adele Vance' });
  await until(() => again.notices.length === 1);
  expect(namesIn(again)).toEqual(['Money', 'Money', microsoftName]);
});
