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

const adele = { by: 'Adele Vance' };

function newest({ drivebell }: Harness): number {
  return must(drivebell.history.page(null, 1)).rows[0]?.id ?? 0;
}

test('a change told, one only listed, one kept for later and one of one’s own can be explained', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  await signInAndWatch(harness, simulator, ['finance']);
  const { drivebell } = harness;
  const { finance } = simulator.drives;
  const [first = '', second = '', third = ''] = finance.paths('file');
  const why = () => must(drivebell.diagnostics.explain(newest(harness)));

  finance.edit(first, adele);
  await until(() => harness.notices.length === 1);
  expect(why()).toMatchObject({ outcome: 'told', rule: null });

  must(drivebell.preferences.rules.mute(newest(harness), 'person', 'always'));
  finance.edit(second, adele);
  await until(() => drivebell.snapshot().unread === 2 && why().outcome !== 'waiting');
  expect(why()).toMatchObject({
    outcome: 'listed',
    rule: { origin: 'mute', person: 'Adele Vance' },
  });

  must(drivebell.preferences.pause('until-resumed'));
  finance.edit(third, { by: 'Lee Gu' });
  await until(() => drivebell.snapshot().unread === 3 && why().outcome !== 'waiting');
  expect(why()).toMatchObject({ outcome: 'held', silence: 'paused', dueAt: null });
  must(drivebell.preferences.resume());
  await until(() => why().isToldSince);

  finance.edit(first, { by: simulator.accounts.work.name });
  await until(() => why().outcome === 'own');
  expect(drivebell.diagnostics.explain(999_999)).toEqual({ ok: false, code: 'not-found' });
});

test('what has last happened to a drive is known', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  await signInAndWatch(harness, simulator, ['finance']);
  await untilState(harness.drivebell, 'live');
  const { drivebell } = harness;
  const vitals = () => Object.values(must(drivebell.diagnostics.vitals()))[0];
  const [path = ''] = simulator.drives.finance.paths('file');
  simulator.drives.finance.edit(path, adele);
  await until(() => vitals()?.lastReading?.found === 1);
  expect(vitals()?.lastWake).toMatchObject({ cause: 'push' });
  expect(vitals()?.lastFailure).toBeNull();

  const { connection } = drivebell.snapshot().drives[0] ?? {};
  expect(connection?.renewsAt).toBeGreaterThan(Date.now());
  expect(connection?.renewsAt).toBeLessThan(connection?.expiresAt ?? 0);
  simulator.push.kick('finance');
  await until(() => vitals()?.lastFailure !== null);
  expect(vitals()?.lastFailure).toMatchObject({ of: 'push', code: 'push-lost' });
});

test('the report names nobody and nothing, and is copied as it was shown', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  await signInAndWatch(harness, simulator, ['finance']);
  await untilState(harness.drivebell, 'live');
  const { diagnostics } = harness.drivebell;
  expect(await diagnostics.copyReport()).toEqual({ ok: false, code: 'not-found' });
  simulator.drives.finance.edit('/Budget/Budget.xlsx', adele);
  await until(() => harness.notices.length === 1);
  must(harness.drivebell.preferences.rules.mute(newest(harness), 'item', 'always'));
  const report = must(diagnostics.report());
  expect(report).toMatch(/Drives: 1\n- w-\w+ of a-\w+: library\n {2}state: live since/u);
  expect(report).toContain('last wake:');
  expect(report).toMatch(/Rules: \d+ \(.*1 list/u);
  const { name, username } = simulator.accounts.work;
  const { finance } = simulator.drives;
  for (const named of ['Adele', 'Budget', finance.name, finance.id, name, username, 'token=']) {
    expect(report).not.toContain(named);
  }
  harness.resume();
  must(await diagnostics.copyReport());
  expect(harness.copied).toEqual([report]);
});

test('a toast can be tried out', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  must(harness.drivebell.diagnostics.testToast());
  expect(harness.otherToasts).toEqual(['test']);
});
