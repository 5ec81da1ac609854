import { expect, test } from 'vitest';
import { usualWishes } from '../../../src/core/notices/wishes.ts';
import { Simulator } from '../../simulator/simulator.ts';
import {
  type Harness,
  must,
  signInAndWatch,
  startDrivebell,
  until,
  untilState,
} from '../../support/harness.ts';

const hour = 60 * 60_000;
const adele = { by: 'Adele Vance' };

function listed({ drivebell }: Harness, limit = 200): readonly { readonly times: number }[] {
  return must(drivebell.history.page(null, limit)).rows;
}

/** A clock that stands an hour later when told so: as if the computer had slept. */
function wallClock(): { readonly now: () => number; ahead: number } {
  const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
  return clock;
}

test('check 1: 5,000 changes in one reading are one toast and a complete list', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  await signInAndWatch(harness, simulator, ['finance']);
  simulator.knobs.events = false;
  simulator.drives.finance.bulk(5000, adele);
  simulator.push.wake('finance');
  await until(() => harness.drivebell.snapshot().unread === 5000);
  await until(() => harness.notices.length > 0);
  expect(new Set(harness.notices.map((notice) => notice.noticeId)).size).toBe(1);
  expect(harness.notices.at(-1)?.count).toBe(5000);
});

test('check 2: a file saved twenty times is one toast, and one row that counts', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  await signInAndWatch(harness, simulator, ['finance']);
  const [path = ''] = simulator.drives.finance.paths('file');
  for (let n = 1; n <= 20; n += 1) {
    simulator.drives.finance.edit(path, adele);
    await until(() => listed(harness)[0]?.times === n);
  }
  expect(listed(harness).length).toBe(1);
  expect(new Set(harness.notices.map((notice) => notice.noticeId)).size).toBe(1);
});

test('check 3: an edit of one’s own makes no toast; a colleague’s names who, what and where', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  await signInAndWatch(harness, simulator, ['finance']);
  const [mine = '', theirs = ''] = simulator.drives.finance.paths('file');
  simulator.drives.finance.edit(mine, { by: simulator.accounts.work.name });
  await until(() => listed(harness).length === 1);
  expect(harness.notices).toEqual([]);
  const { name } = simulator.drives.finance.edit(theirs, adele);
  await until(() => harness.notices.length === 1);
  expect(harness.notices[0]).toMatchObject({
    drives: [{ driveName: simulator.drives.finance.name }],
    changes: [{ actor: 'Adele Vance', name, place: theirs.split('/').slice(1, -1) }],
  });
});

test('check 4: neither a first sign-in nor a lost cursor tells of what was there before', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  await signInAndWatch(harness, simulator, ['finance', 'product']);
  const { drivebell } = harness;
  await until(() => drivebell.snapshot().drives.every((drive) => drive.learning === null));
  expect([harness.notices, listed(harness)]).toEqual([[], []]);

  const { finance } = simulator.drives;
  const before = simulator.requests.all('GET */root/delta*').length;
  finance.loseTokens();
  simulator.push.wake('finance');
  await until(() => harness.logged.some((line) => line.includes('cursor-lost')));
  await until(() => simulator.requests.all('GET */root/delta*').length > before + 1);
  const { name } = finance.edit(finance.paths('file')[0] ?? '', adele);
  await until(() => harness.notices.length > 0);
  expect(harness.notices).toMatchObject([{ count: 1, changes: [{ name }] }]);
  expect(listed(harness)).toHaveLength(1);
  await untilState(drivebell, 'live');
});

test('check 5: what happened while the computer slept is one toast, and it is live again', async () => {
  await using simulator = await Simulator.start();
  const clock = wallClock();
  using harness = startDrivebell(simulator, { clock });
  await signInAndWatch(harness, simulator, ['finance', 'product']);
  simulator.knobs.events = false;
  for (const drive of [simulator.drives.finance, simulator.drives.product]) {
    for (const path of drive.paths('file').slice(0, 6)) drive.edit(path, adele);
  }
  clock.ahead = hour / 2;
  simulator.knobs.events = true;
  harness.resume();
  await until(() => harness.notices.length > 0);
  await untilState(harness.drivebell, 'live');
  const sizes = ['finance', 'product'].map(
    (key) => simulator.drives[key as 'finance'].paths('file').slice(0, 6).length,
  );
  await until(() => listed(harness).length === (sizes[0] ?? 0) + (sizes[1] ?? 0));
  expect(harness.notices).toMatchObject([{ after: 'away', drives: [{}, {}] }]);
});

test('check 5, where the network comes minutes after the computer: still one toast', async () => {
  await using simulator = await Simulator.start();
  const clock = wallClock();
  using harness = startDrivebell(simulator, { clock });
  await signInAndWatch(harness, simulator, ['finance', 'product']);
  simulator.knobs.events = false;
  const fault = simulator.faults.next('*', { reset: true }, { times: 'always' });
  for (const drive of [simulator.drives.finance, simulator.drives.product]) {
    for (const path of drive.paths('file').slice(0, 3)) drive.edit(path, adele);
  }
  clock.ahead = 8 * hour;
  harness.resume();
  await until(() => fault.hits > 1);
  clock.ahead += hour / 6;
  simulator.knobs.events = true;
  simulator.faults.clear();
  await untilState(harness.drivebell, 'live');
  await until(() => listed(harness).length === 6);
  await until(() => harness.notices.length > 0);
  expect(harness.notices.at(-1)).toMatchObject({ after: 'away', drives: [{}, {}], count: 6 });
  expect(new Set(harness.notices.map((notice) => notice.noticeId)).size).toBe(1);
});

test('check 7: a push ahead of its change is looked after, and tells it once', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  await signInAndWatch(harness, simulator, ['finance']);
  const { finance } = simulator.drives;
  const readings = () => simulator.requests.all('GET */root/delta*').length;
  const before = readings();
  simulator.knobs.events = false;
  simulator.push.wake('finance');
  await until(() => readings() > before);
  expect(harness.notices).toEqual([]);
  // Nobody announces it once more.
  finance.edit(finance.paths('file')[0] ?? '', adele);
  await until(() => harness.notices.length > 0);
  const looked = readings();
  must(harness.drivebell.drives.checkNow(harness.drivebell.snapshot().drives[0]?.watchId ?? ''));
  await until(() => readings() > looked);
  await untilState(harness.drivebell, 'live');
  expect(harness.notices).toMatchObject([{ count: 1 }]);
});

test('check 8: a deletion has the name it had', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  await signInAndWatch(harness, simulator, ['finance']);
  await until(() => harness.drivebell.snapshot().drives[0]?.learning === null);
  const [path = ''] = simulator.drives.finance.paths('file');
  const { name } = simulator.drives.finance.delete(path, adele);
  await until(() => harness.notices.length === 1);
  expect(harness.notices[0]?.changes).toMatchObject([{ kinds: ['deleted'], name }]);
});

test('check 11: sixty deletions sound the alarm in quiet hours, and nothing else is told', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  await signInAndWatch(harness, simulator, ['finance']);
  const { rules: _rules, ...wishes } = usualWishes;
  const always = { isOn: true, days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 0 };
  must(harness.drivebell.preferences.rules.wish({ ...wishes, quietHours: always }));
  const made = simulator.drives.finance.bulk(60, adele);
  await until(() => listed(harness).length === 60);
  for (const { path } of made) simulator.drives.finance.delete(path, adele);
  await until(() => harness.alarms.length > 0);
  expect(harness.alarms[0]).toMatchObject({ driveName: simulator.drives.finance.name });
  await until(() => harness.alarms.at(-1)?.items === 60);
  expect(new Set(harness.alarms.map((alarm) => alarm.noticeId)).size).toBe(1);
  expect(harness.notices).toEqual([]);
});

test('check 12: who is offline when the token ends is still signed in afterwards', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  await signInAndWatch(harness, simulator, ['finance']);
  const { drivebell } = harness;
  const opened = harness.opened.length;
  simulator.entra.revokeAccessTokens();
  const token = 'POST */oauth2/v2.0/token';
  const fault = simulator.faults.next(token, { reset: true }, { times: 'always' });
  must(drivebell.drives.checkNow(drivebell.snapshot().drives[0]?.watchId ?? ''));
  await untilState(drivebell, 'offline');
  expect(fault.hits).toBeGreaterThan(0);
  simulator.faults.clear();
  await untilState(drivebell, 'live');
  const { finance } = simulator.drives;
  finance.edit(finance.paths('file')[0] ?? '', adele);
  await until(() => harness.notices.length === 1);
  expect([harness.opened.length, harness.signInToasts]).toEqual([opened, []]);
  expect(drivebell.snapshot().accounts).toMatchObject([{ needsSignIn: false }]);
});
