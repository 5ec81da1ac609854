import { expect, test } from 'vitest';
import { enterDeviceCode } from '../../simulator/browser.ts';
import { clientInfo } from '../../simulator/entra/id-token.ts';
import { Simulator } from '../../simulator/simulator.ts';
import {
  anyone,
  must,
  signIn,
  signInAndWatch,
  startDrivebell,
  until,
  untilState,
} from '../../support/harness.ts';

test('tokens, codes and client info reach no log, no snapshot, no configuration and no notice', async () => {
  await using simulator = await Simulator.start({ knobs: { deviceCodeIntervalSeconds: 1 } });
  using harness = startDrivebell(simulator);
  const { drivebell } = harness;
  const said: string[] = [];
  drivebell.onSnapshot((snapshot) => said.push(JSON.stringify(snapshot)));
  await signInAndWatch(harness, simulator, ['finance']);
  // Everything that can go wrong with a sign-in, and what the log says of it.
  simulator.faults.next('POST */oauth2/v2.0/token', { status: 503 });
  simulator.entra.revokeAccessTokens();
  must(drivebell.drives.checkNow(drivebell.snapshot().drives[0]?.watchId ?? ''));
  await until(() => harness.logged.some((line) => line.includes('token-not-given')));
  await untilState(drivebell, 'live');
  simulator.entra.changePassword(simulator.accounts.work.username);
  must(drivebell.drives.checkNow(drivebell.snapshot().drives[0]?.watchId ?? ''));
  await untilState(drivebell, 'sign-in-needed');
  must(drivebell.accounts.desk.signIn({ ...anyone, flow: 'device-code' }));
  await until(() => JSON.stringify(drivebell.snapshot().signIn).includes('userCode'));
  const { signIn: waiting } = drivebell.snapshot();
  const code = waiting.state === 'waiting' ? waiting.code : null;
  const { work, personal } = simulator.accounts;
  await enterDeviceCode(`http://${code?.page}`, code?.userCode ?? '', personal.username);
  await until(() => drivebell.snapshot().accounts.length === 2);
  await signIn(drivebell, anyone);

  const { secrets } = simulator.entra;
  expect(secrets.length).toBeGreaterThan(6);
  const kept = JSON.stringify(harness.disk.config);
  const texts = [
    ...harness.logged,
    ...said,
    ...harness.copied,
    kept,
    JSON.stringify(harness.notices),
  ];
  const forbidden = [...secrets, clientInfo(work), clientInfo(personal)];
  for (const text of texts) {
    expect(forbidden.filter((secret) => text.includes(secret))).toEqual([]);
  }
  const log = harness.logged.join('\n');
  for (const person of [work, personal]) expect(log).not.toContain(person.username);
  expect(log).not.toContain(code?.userCode);
  // Else the search would find nothing anywhere.
  expect(secrets.some((secret) => harness.disk.secret?.includes(secret))).toBe(true);
});
