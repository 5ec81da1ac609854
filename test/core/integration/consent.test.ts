import { expect, test } from 'vitest';
import { approveAsAdministrator } from '../../simulator/browser.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { idsOf, must, signIn, startDrivebell, untilState } from '../../support/harness.ts';

test('a library that needs an administrator: said, and a link to copy that lets one approve', async () => {
  await using simulator = await Simulator.start({ knobs: { adminConsent: false } });
  using harness = startDrivebell(simulator);
  const { drivebell } = harness;
  await signIn(drivebell);
  const { drives } = must(await drivebell.drives.list());
  const library = drives.filter((drive) => drive.kind === 'library').slice(0, 1);
  expect(await drivebell.accounts.desk.copy('admin-consent-link')).toEqual({
    ok: false,
    code: 'not-found',
  });
  expect(await drivebell.drives.watch(idsOf(library))).toEqual({
    ok: false,
    code: 'needs-administrator',
  });
  must(await drivebell.accounts.desk.copy('admin-consent-link'));
  const link = new URL(harness.copied[0] ?? '');
  const { tenantId } = simulator.accounts.work;
  expect(link.origin + link.pathname).toBe(
    `https://login.microsoftonline.com/${tenantId}/v2.0/adminconsent`,
  );
  expect(Object.fromEntries(link.searchParams)).toEqual({
    client_id: simulator.clientId,
    redirect_uri: 'http://localhost',
    scope: [
      'https://graph.microsoft.com/User.Read',
      'https://graph.microsoft.com/Files.Read',
      'https://graph.microsoft.com/Files.Read.All',
    ].join(' '),
  });
  // The own drive needs nobody.
  must(await drivebell.drives.watch(idsOf(drives.filter((drive) => drive.kind === 'business'))));
  await untilState(drivebell, 'live');
});

test('once the administrator has approved, the library is watched without another question', async () => {
  await using simulator = await Simulator.start({ knobs: { adminConsent: false } });
  using harness = startDrivebell(simulator);
  const { drivebell } = harness;
  await signIn(drivebell);
  const { drives } = must(await drivebell.drives.list());
  const library = drives.filter((drive) => drive.name === simulator.drives.finance.name);
  expect(await drivebell.drives.watch(idsOf(library))).toMatchObject({
    code: 'needs-administrator',
  });
  must(await drivebell.accounts.desk.copy('admin-consent-link'));
  const link = new URL(harness.copied[0] ?? '');
  await approveAsAdministrator(link.href.replace(link.origin, simulator.origin));
  const opened = harness.opened.length;
  must(await drivebell.drives.watch(idsOf(library)));
  await untilState(drivebell, 'live');
  expect(harness.opened).toHaveLength(opened);
});

test.for([
  ['consumers', 'work', 'client-audience-wrong'],
  ['single-tenant', 'work', 'client-audience-wrong'],
] as const)(
  'an app registration for %s only: said in words, the number in the log',
  async ([audience, who, failure]) => {
    await using simulator = await Simulator.start();
    simulator.entra.register({ clientId: simulator.clientId, audience });
    using harness = startDrivebell(simulator, {
      accounts: [simulator.accounts[who].username],
    });
    await signIn(harness.drivebell);
    expect(harness.drivebell.snapshot().signIn).toMatchObject({ state: 'failed', failure });
    expect(harness.logged.join('\n')).toMatch(/AADSTS\d+/);
  },
);

test('an app registration that is not for desktops: said in words', async () => {
  await using simulator = await Simulator.start();
  simulator.entra.register({ clientId: simulator.clientId, publicClient: false });
  using harness = startDrivebell(simulator);
  await signIn(harness.drivebell);
  expect(harness.drivebell.snapshot().signIn).toMatchObject({ failure: 'client-not-public' });
  expect(harness.logged.join('\n')).toContain('AADSTS7000218');
});
