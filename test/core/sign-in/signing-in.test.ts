import { expect, it } from 'vitest';
import { Simulator } from '../../simulator/simulator.ts';
import {
  anyone,
  must,
  signIn,
  signInAndWatch,
  startDrivebell,
  until,
} from '../../support/harness.ts';

/** Signs in as this account again, to the end. */
async function signInAs(
  { drivebell }: ReturnType<typeof startDrivebell>,
  accountId: string,
): Promise<void> {
  await signIn(drivebell, { ...anyone, accountId });
}

it('again, of one account, hints at it in the browser and asks as widely as before', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  const { drivebell } = harness;
  await signInAndWatch(harness, simulator, ['finance']);
  const [account] = drivebell.snapshot().accounts;
  await signInAs(harness, account?.accountId ?? '');
  expect(drivebell.snapshot().signIn).toEqual({ state: 'idle' });
  expect(drivebell.snapshot().accounts).toEqual([account]);
  const asked = new URL(harness.opened.at(-1) ?? '').searchParams;
  expect(asked.get('login_hint')).toBe(account?.username);
  expect(asked.get('scope')).toContain('Files.Read.All');
});

it('that another account answers says so, and forgets none that was known', async () => {
  await using simulator = await Simulator.start();
  const { work, personal } = simulator.accounts;
  const accounts = [work.username, personal.username, personal.username];
  using harness = startDrivebell(simulator, { accounts });
  const { drivebell } = harness;
  await signIn(drivebell);
  await signIn(drivebell);
  const before = drivebell.snapshot().accounts;
  const mine = before.find((account) => account.username === work.username);
  await signInAs(harness, mine?.accountId ?? '');
  expect(drivebell.snapshot().signIn).toEqual({
    state: 'failed',
    asked: { ...anyone, accountId: mine?.accountId ?? '' },
    failure: 'other-account',
  });
  expect(drivebell.snapshot().accounts).toEqual(before);
  expect(harness.logged.join('\n')).toContain('not-signed-in {"failure":"other-account"}');
  // Both still have their tokens.
  const { drives: choices } = must(await drivebell.drives.list());
  const asked = new Set(choices.map((choice) => choice.accountId));
  expect(asked).toEqual(new Set(before.map((account) => account.accountId)));
});

it('cancelled is no failure to show, but is in the log', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator, { accounts: ['nobody'] });
  const { drivebell } = harness;
  must(drivebell.accounts.desk.signIn(anyone));
  await until(() => harness.opened.length > 0);
  must(drivebell.accounts.desk.cancel());
  await until(() => drivebell.snapshot().signIn.state === 'idle');
  expect(harness.logged.join('\n')).toContain('not-signed-in {"failure":"cancelled"}');
});
