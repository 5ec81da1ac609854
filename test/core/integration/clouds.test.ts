import { expect, test } from 'vitest';
import type { CloudId } from '../../../src/shared/snapshot.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { idsOf, anyone, must, signIn, startDrivebell, untilState } from '../../support/harness.ts';

const table = [
  ['us-gov', 'https://login.microsoftonline.us', 'https://graph.microsoft.us'],
  ['us-dod', 'https://login.microsoftonline.us', 'https://dod-graph.microsoft.us'],
  ['china', 'https://login.partner.microsoftonline.cn', 'https://microsoftgraph.chinacloudapi.cn'],
] as const;

test.for(table)(
  'in %s everything goes to that cloud’s own hosts',
  async ([cloud, login, graph]) => {
    await using simulator = await Simulator.start();
    const reached = new Set<string>();
    using harness = startDrivebell(simulator, { onAsk: (url) => reached.add(new URL(url).origin) });
    const { drivebell } = harness;
    const asked = { ...anyone, cloud: cloud as CloudId };
    await signIn(drivebell, asked);
    expect(drivebell.snapshot().signIn).toMatchObject({ failure: 'client-id-missing' });
    must(drivebell.accounts.setClientId(cloud, ` ${simulator.clientId} `));
    await signIn(drivebell, asked);
    expect(drivebell.snapshot().accounts).toMatchObject([{ cloud, kind: 'work' }]);
    const { drives } = must(await drivebell.drives.list());
    must(await drivebell.drives.watch(idsOf(drives.filter((drive) => drive.kind === 'business'))));
    await untilState(drivebell, 'live');
    const opened = new URL(harness.opened[0] ?? '');
    expect(opened.origin + opened.pathname).toBe(`${login}/organizations/oauth2/v2.0/authorize`);
    expect(opened.searchParams.get('scope')).toContain(`${graph}/Files.Read`);
    expect(reached.has(login) && reached.has(graph)).toBe(true);
    expect([...reached].filter((origin) => /microsoft(online)?\.com$/.test(origin))).toEqual([]);
  },
);

test('accounts of two clouds side by side, each with its own app registration', async () => {
  await using simulator = await Simulator.start();
  const { personal, work } = simulator.accounts;
  using harness = startDrivebell(simulator, { accounts: [personal.username, work.username] });
  const { drivebell } = harness;
  await signIn(drivebell);
  must(drivebell.accounts.setClientId('china', simulator.clientId));
  await signIn(drivebell, { ...anyone, cloud: 'china' });
  expect(drivebell.snapshot().accounts.map((account) => account.cloud)).toEqual([
    'global',
    'china',
  ]);
  const { drives, unasked } = must(await drivebell.drives.list());
  expect(unasked).toEqual([]);
  must(await drivebell.drives.watch(idsOf(drives.filter((drive) => drive.kind !== 'library'))));
  await untilState(drivebell, 'live');
});

test('a client id that is none is refused where it is typed in', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator, { clientId: '' });
  const { accounts } = harness.drivebell;
  expect(harness.drivebell.snapshot().clientIds.global).toEqual({ source: 'none', value: '' });
  const malformed = { ok: false, code: 'client-id-malformed' };
  expect(accounts.setClientId('global', 'drivebell')).toEqual(malformed);
  must(accounts.setClientId('global', simulator.clientId));
  await signIn(harness.drivebell);
  expect(harness.drivebell.snapshot().accounts).toHaveLength(1);
  using again = harness.restart();
  expect(again.drivebell.snapshot().clientIds.global).toEqual({
    source: 'settings',
    value: simulator.clientId,
  });
});

test('another app registration means signing in again, and nothing is lost', async () => {
  await using simulator = await Simulator.start({
    moreClientIds: ['99999999-1111-4111-8111-111111111111'],
  });
  using harness = startDrivebell(simulator, { clientId: '' });
  const { drivebell } = harness;
  must(drivebell.accounts.setClientId('global', simulator.clientId));
  await signIn(drivebell);
  const { drives } = must(await drivebell.drives.list());
  must(await drivebell.drives.watch(idsOf(drives.filter((drive) => drive.kind === 'business'))));
  await untilState(drivebell, 'live');
  must(drivebell.accounts.setClientId('global', '99999999-1111-4111-8111-111111111111'));
  await untilState(drivebell, 'sign-in-needed');
  const [account] = drivebell.snapshot().accounts;
  await signIn(drivebell, { ...anyone, accountId: account?.accountId ?? '' });
  await untilState(drivebell, 'live');
});
