import { expect, test } from 'vitest';
import type { Outcome } from '../../../src/shared/ipc.ts';
import { Simulator } from '../../simulator/simulator.ts';
import {
  idsOf,
  anyone,
  type Harness,
  must,
  signIn,
  signInAndWatch,
  startDrivebell,
  until,
  untilState,
} from '../../support/harness.ts';

type AccountView = ReturnType<Harness['drivebell']['snapshot']>['accounts'][number];

function accountNamed({ drivebell }: Harness, username: string): AccountView {
  const found = drivebell.snapshot().accounts.find((account) => account.username === username);
  if (!found) throw new Error(`Not signed in: ${username}`);
  return found;
}

/** Both accounts, each watching its own drive, all live. */
async function bothWatching(harness: Harness): Promise<void> {
  const { drivebell } = harness;
  await signIn(drivebell);
  await signIn(drivebell);
  const { drives } = must(await drivebell.drives.list());
  must(await drivebell.drives.watch(idsOf(drives.filter((drive) => drive.kind !== 'library'))));
  await untilState(drivebell, 'live');
}

function startWithBoth(simulator: Simulator): Harness {
  const { work, personal } = simulator.accounts;
  return startDrivebell(simulator, { accounts: [work.username, personal.username] });
}

test('one account loses its grant: one toast, no browser, and the other goes on', async () => {
  await using simulator = await Simulator.start();
  using harness = startWithBoth(simulator);
  const { drivebell } = harness;
  const { work, personal } = simulator.accounts;
  await bothWatching(harness);
  const opened = harness.opened.length;
  simulator.entra.revokeRefreshTokens(work.username);
  simulator.entra.revokeAccessTokens(work.username);
  for (const drive of drivebell.snapshot().drives) must(drivebell.drives.checkNow(drive.watchId));
  await until(() => accountNamed(harness, work.username).needsSignIn);
  expect(accountNamed(harness, personal.username).needsSignIn).toBe(false);
  const [path = ''] = simulator.drives.personal.paths('file');
  simulator.drives.personal.edit(path);
  await until(() => harness.notices.length === 1);
  expect(harness.signInToasts).toEqual([work.username]);
  expect(harness.opened).toHaveLength(opened);
  // Nothing more is asked of Entra until the person has signed in.
  simulator.requests.clear();
  for (const drive of drivebell.snapshot().drives) must(drivebell.drives.checkNow(drive.watchId));
  const states = () =>
    drivebell
      .snapshot()
      .drives.map((drive) => drive.liveness.state)
      .toSorted();
  await until(() => states().join() === 'live,sign-in-needed');
  expect(simulator.requests.count('POST */oauth2/v2.0/token')).toBe(0);
});

test('an account removed takes its drives, sockets, tokens and cursors with it, and the other stays', async () => {
  await using simulator = await Simulator.start();
  using harness = startWithBoth(simulator);
  const { drivebell } = harness;
  const { work, personal } = simulator.accounts;
  await bothWatching(harness);
  expect(simulator.push.sockets('onedrive')).toBe(1);
  const { accountId } = accountNamed(harness, work.username);
  must(await drivebell.accounts.remove(accountId, 'keep'));
  await until(() => simulator.push.sockets('onedrive') === 0);
  expect(drivebell.snapshot().accounts.map((one) => one.username)).toEqual([personal.username]);
  expect(drivebell.snapshot().drives).toHaveLength(1);
  expect(harness.disk.secret).not.toContain(work.username);
  expect(harness.disk.secret).toContain(personal.username);
  simulator.requests.clear();
  const [path = ''] = simulator.drives.personal.paths('file');
  simulator.drives.personal.edit(path);
  await until(() => harness.notices.length === 1);
  expect(simulator.requests.all().filter((one) => one.account === work.username)).toEqual([]);
});

test.for(['keep', 'delete'] as const)('what a removed account has told: %s', async (activity) => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  const { drivebell } = harness;
  await signInAndWatch(harness, simulator, ['finance', 'onedrive']);
  const drives = [simulator.drives.finance, simulator.drives.onedrive];
  for (const drive of drives) drive.edit(drive.paths('file')[0] ?? '', { by: 'Adele Vance' });
  await until(() => must(drivebell.history.page(null, 10)).rows.length === 2);
  // One of the two is no longer watched when the account goes.
  must(await drivebell.drives.stop(drivebell.snapshot().drives[0]?.watchId ?? '', 'keep'));
  const { accountId } = accountNamed(harness, simulator.accounts.work.username);
  must(await drivebell.accounts.remove(accountId, activity));
  const { rows } = must(drivebell.history.page(null, 10));
  expect(rows).toHaveLength(activity === 'keep' ? 2 : 0);
  if (activity === 'keep') {
    expect(await drivebell.history.openItem(rows[0]?.id ?? 0)).toMatchObject({ ok: true });
  } else {
    expect(drivebell.snapshot().unread).toBe(0);
  }
});

test('an account removed and added again learns its drives anew, silently', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  const { drivebell } = harness;
  await signInAndWatch(harness, simulator, ['finance']);
  const [account] = drivebell.snapshot().accounts;
  must(await drivebell.accounts.remove(account?.accountId ?? '', 'delete'));
  await signInAndWatch(harness, simulator, ['finance']);
  expect(drivebell.snapshot().accounts).toEqual([account]);
  expect(harness.notices).toEqual([]);
});

test('while the key store is locked an account cannot be removed, and nothing of it is', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  await signInAndWatch(harness, simulator, ['finance']);
  harness.disk.locked = true;
  using again = harness.restart();
  const { drivebell } = again;
  const [account] = drivebell.snapshot().accounts;
  const outcome = await drivebell.accounts.remove(account?.accountId ?? '', 'delete');
  expect(outcome).toEqual({ ok: false, code: 'keys-locked' });
  expect(drivebell.snapshot().accounts).toHaveLength(1);
  expect(drivebell.snapshot().drives).toHaveLength(1);
  harness.disk.locked = false;
  must(await drivebell.accounts.remove(account?.accountId ?? '', 'delete'));
  expect(again.disk.secret).not.toContain(simulator.accounts.work.username);
});

test('the drives of an account that cannot be asked do not hide those of another', async () => {
  await using simulator = await Simulator.start();
  using harness = startWithBoth(simulator);
  const { drivebell } = harness;
  await signIn(drivebell);
  await signIn(drivebell);
  const { work } = simulator.accounts;
  simulator.entra.revokeRefreshTokens(work.username);
  simulator.entra.revokeAccessTokens(work.username);
  const offer = must(await drivebell.drives.list());
  expect(offer.drives.map((drive) => drive.kind)).toEqual(['personal']);
  const { accountId } = accountNamed(harness, work.username);
  expect(offer.unasked).toEqual([{ accountId, reason: 'signed-out' }]);
});

test('someone who signs in while Graph is down is not half there', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  simulator.faults.next('GET /v1.0/me', { status: 500 }, { times: 'always' });
  await signIn(harness.drivebell);
  expect(harness.drivebell.snapshot().signIn).toMatchObject({ state: 'failed' });
  expect(harness.drivebell.snapshot().accounts).toEqual([]);
  expect(harness.disk.secret).not.toContain(simulator.accounts.work.username);
  simulator.faults.clear();
  await signIn(harness.drivebell, anyone);
  expect(harness.drivebell.snapshot().accounts).toHaveLength(1);
});

test('an account removed while more is asked for it does not come back, and no browser opens', async () => {
  await using simulator = await Simulator.start();
  let onTokenAsked = (): void => undefined;
  using harness = startDrivebell(simulator, {
    onAsk: (url) => url.includes('/oauth2/v2.0/token') && onTokenAsked(),
  });
  const { drivebell } = harness;
  await signIn(drivebell);
  const { drives } = must(await drivebell.drives.list());
  const library = drives.filter((drive) => drive.kind === 'library').slice(0, 1);
  const { accountId } = accountNamed(harness, simulator.accounts.work.username);
  const removed = new Promise<Outcome<void>>((resolve) => {
    onTokenAsked = () => resolve(drivebell.accounts.remove(accountId, 'keep'));
  });
  expect(await drivebell.drives.watch(idsOf(library))).toEqual({ ok: false, code: 'not-found' });
  must(await removed);
  expect(drivebell.snapshot().accounts).toEqual([]);
  expect(harness.opened).toHaveLength(1);
});

test('who no longer watches a library is no longer asked for more than the own drive', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  const { drivebell } = harness;
  await signInAndWatch(harness, simulator, ['onedrive', 'finance']);
  const library = drivebell.snapshot().drives.find((drive) => drive.kind === 'library');
  must(await drivebell.drives.stop(library?.watchId ?? '', 'keep'));
  const [account] = drivebell.snapshot().accounts;
  await signIn(drivebell, { ...anyone, accountId: account?.accountId ?? '' });
  expect(new URL(harness.opened.at(-1) ?? '').searchParams.get('scope')).not.toContain('.All');
  await untilState(drivebell, 'live');
});

test('a drive that Graph refuses with every token signs nobody out', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  const { drivebell } = harness;
  await signInAndWatch(harness, simulator, ['onedrive', 'finance']);
  const { finance } = simulator.drives;
  simulator.faults.next(`GET /v1.0/drives/${finance.id}/*`, { status: 401 }, { times: 'always' });
  const library = drivebell.snapshot().drives.find((drive) => drive.kind === 'library');
  must(drivebell.drives.checkNow(library?.watchId ?? ''));
  await untilState(drivebell, 'unavailable');
  const states = drivebell.snapshot().drives.map((drive) => drive.liveness.state);
  expect(states.toSorted()).toEqual(['live', 'unavailable']);
  expect(drivebell.snapshot().accounts[0]?.needsSignIn).toBe(false);
  expect(harness.signInToasts).toEqual([]);
});

test('one person in two clouds is two accounts, each asked in its own', async () => {
  await using simulator = await Simulator.start();
  const graphs = new Set<string>();
  using harness = startDrivebell(simulator, {
    onAsk: (url) => url.includes('/v1.0/') && graphs.add(new URL(url).host),
  });
  const { drivebell } = harness;
  for (const cloud of ['us-gov', 'us-dod'] as const) {
    must(drivebell.accounts.setClientId(cloud, simulator.clientId));
    await signIn(drivebell, { ...anyone, cloud });
  }
  expect(drivebell.snapshot().accounts.map((one) => one.cloud)).toEqual(['us-gov', 'us-dod']);
  expect([...graphs]).toEqual(['graph.microsoft.us', 'dod-graph.microsoft.us']);
});
