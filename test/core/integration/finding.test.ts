import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Found, FoundPage, Search } from '../../../src/shared/finding.ts';
import { approveAsAdministrator } from '../../simulator/browser.ts';
import { Simulator } from '../../simulator/simulator.ts';
import {
  type Harness,
  must,
  signIn,
  startDrivebell,
  until,
  untilState,
} from '../../support/harness.ts';

let simulator: Simulator;
let harness: Harness;
let accountId: string;

beforeEach(async () => {
  await begin();
});

afterEach(async () => {
  harness[Symbol.dispose]();
  await simulator.stop();
});

async function begin(options: Parameters<typeof Simulator.start>[0] = {}): Promise<void> {
  simulator = await Simulator.start(options);
  await beginAs(simulator.accounts.work.username);
}

async function beginAs(username: string): Promise<void> {
  harness = startDrivebell(simulator, { accounts: [username] });
  await signIn(harness.drivebell);
  accountId = harness.drivebell.snapshot().accounts[0]?.accountId ?? '';
}

/** With other circumstances. */
async function beginAnew(options: Parameters<typeof Simulator.start>[0]): Promise<void> {
  harness[Symbol.dispose]();
  await simulator.stop();
  await begin(options);
}

const find = (search: Search) => harness.drivebell.drives.finder.find(accountId, search);
const allow = (reach: 'shared' | 'sites') => harness.drivebell.drives.widen(accountId, reach);
const names = ({ found }: FoundPage): readonly string[] => found.map(({ name }) => name);
const browsersOpened = (): number => harness.opened.length;

async function foundNamed(search: Search, name: string): Promise<Found> {
  const page = must(await find(search));
  const found = page.found.find((one) => one.name === name);
  if (!found) throw new Error(`${name} is not among ${names(page).join(', ')}`);
  return found;
}

/** The Finance library, by way of its site. */
async function financeLibrary(): Promise<Found> {
  const { foundId } = await foundNamed({ what: 'sites', text: 'fin' }, 'Finance');
  return foundNamed({ what: 'libraries', foundId }, 'Finance');
}

describe('sites', () => {
  test('are looked for once that was allowed, and nobody is asked before', async () => {
    const before = browsersOpened();
    expect(await find({ what: 'sites', text: 'fin' })).toEqual({ ok: false, code: 'needs-sites' });
    expect(await find({ what: 'followed-sites' })).toMatchObject({ code: 'needs-sites' });
    expect(browsersOpened()).toBe(before);
    expect(harness.drivebell.snapshot().accounts[0]?.needsSignIn).toBe(false);

    must(await allow('sites'));
    expect(browsersOpened()).toBe(before + 1);
    const page = must(await find({ what: 'sites', text: 'fin' }));
    expect(page).toMatchObject({
      found: [{ kind: 'site', name: 'Finance', detail: '/sites/Finance', watched: false }],
      next: null,
    });
    expect(names(must(await find({ what: 'followed-sites' })))).toEqual(['Finance', 'Product']);
    expect(must(await find({ what: 'sites', text: 'nothing like it' })).found).toEqual([]);
    must(await allow('sites'));
    expect(browsersOpened()).toBe(before + 1);
  });

  test('want more than watching libraries does', async () => {
    must(await allow('shared'));
    expect(await find({ what: 'followed-sites' })).toMatchObject({ code: 'needs-sites' });
    must(await allow('sites'));
    must(await find({ what: 'followed-sites' }));
  });

  test('come page by page, each by a number alone', async () => {
    await beginAnew({ moreLibraries: 230 });
    must(await allow('sites'));
    const first = must(await find({ what: 'sites', text: 'library' }));
    const { finder } = harness.drivebell.drives;
    const second = must(await finder.more(first.next ?? 0));
    const third = must(await finder.more(second.next ?? 0));
    expect([first, second, third].map(({ found }) => found.length)).toEqual([100, 100, 30]);
    expect(third.next).toBeNull();
    // As after a failure.
    expect(names(must(await finder.more(first.next ?? 0)))).toEqual(names(second));
    expect(await finder.more(4711)).toEqual({ ok: false, code: 'not-found' });
    expect(JSON.stringify([first, second, third])).not.toContain('https://');
  });

  test('that need an administrator: said, with a link that asks for sites', async () => {
    await beginAnew({ knobs: { adminConsent: false } });
    expect(await allow('sites')).toEqual({ ok: false, code: 'needs-administrator' });
    must(await harness.drivebell.accounts.desk.copy('admin-consent-link'));
    expect(harness.copied[0]).toContain('Sites.Read.All');
    expect(await find({ what: 'followed-sites' })).toMatchObject({ code: 'needs-sites' });
  });

  test.each([
    [403, 'may-not-see'],
    [404, 'not-found'],
    [429, 'throttled'],
    [503, 'microsoft-down'],
    [400, 'unexpected-answer'],
  ])('that answer %i: %s', async (status, code) => {
    must(await allow('sites'));
    simulator.faults.next('GET /v1.0/me/followedSites', { status });
    expect(await find({ what: 'followed-sites' })).toEqual({ ok: false, code });
  });

  test('are given up for what is looked for next, and when nobody looks any more', async () => {
    must(await allow('sites'));
    const { finder } = harness.drivebell.drives;
    const stalled = simulator.faults.next('GET /v1.0/sites', { stall: 'headers' }, { times: 2 });
    const first = find({ what: 'sites', text: 'f' });
    await until(() => stalled.hits === 1);
    const second = find({ what: 'sites', text: 'fi' });
    expect(await first).toEqual({ ok: false, code: 'given-up' });
    await until(() => stalled.hits === 2);
    must(finder.cancel());
    expect(await second).toEqual({ ok: false, code: 'given-up' });
    // Nor does what has not left yet.
    const third = find({ what: 'sites', text: 'fin' });
    finder.cancel();
    expect(await third).toEqual({ ok: false, code: 'given-up' });
    expect(names(must(await find({ what: 'sites', text: 'fin' })))).toEqual(['Finance']);
  });
});

test('a folder of a library is watched alone: what changes in it is told, and nothing else', async () => {
  must(await allow('sites'));
  const library = await financeLibrary();
  const page = must(await find({ what: 'inside', foundId: library.foundId }));
  expect(page.found.map(({ kind }) => kind)).toEqual([
    ...['Budget', 'Invoices', 'Month end', 'Reports', 'Suppliers', 'Taxes'].map(() => 'folder'),
    'file',
    'package',
    'file',
  ]);
  const budget = await foundNamed({ what: 'inside', foundId: library.foundId }, 'Budget');
  const archive = await foundNamed({ what: 'inside', foundId: budget.foundId }, 'Archive');
  expect(archive).toMatchObject({ kind: 'folder', detail: 'Finance', watched: false });
  must(await harness.drivebell.drives.watch([archive.foundId]));
  await untilState(harness.drivebell, 'live');
  expect(harness.drivebell.snapshot().drives).toMatchObject([
    { watchId: archive.foundId, name: 'Finance › Archive', kind: 'library' },
  ]);

  const { finance } = simulator.drives;
  finance.edit('/Budget/Budget.xlsx', { by: 'Adele Vance' });
  finance.edit('/Budget/Archive/Budget 2024.xlsx', { by: 'Adele Vance' });
  await until(() => harness.drivebell.snapshot().recent.length > 0);
  finance.createFile('/Budget/Archive/Budget 2023.xlsx', { by: 'Adele Vance' });
  await until(() => harness.drivebell.snapshot().recent.length > 1);
  const told = harness.drivebell.snapshot().recent;
  expect(told.map(({ name }) => name)).toEqual(['Budget 2023.xlsx', 'Budget 2024.xlsx']);
  expect(told[0]).toMatchObject({ driveName: 'Finance', place: ['Budget', 'Archive'] });
  expect(await foundNamed({ what: 'inside', foundId: budget.foundId }, 'Archive')).toMatchObject({
    watched: true,
  });
  await harness.drivebell.opener.openDrive(archive.foundId);
  expect(harness.opened.at(-1)).toBe(`${finance.webUrl}/Budget/Archive`);
});

test('a drive watched whole and in part tells each change once', async () => {
  must(await allow('sites'));
  const library = await financeLibrary();
  const budget = await foundNamed({ what: 'inside', foundId: library.foundId }, 'Budget');
  const file = await foundNamed({ what: 'inside', foundId: budget.foundId }, 'Budget 2027.xlsx');
  const all = [library, budget, file].map(({ foundId }) => foundId);
  must(await harness.drivebell.drives.watch(all));
  await untilState(harness.drivebell, 'live');
  const { finance } = simulator.drives;
  finance.edit('/Budget/Budget 2027.xlsx', { by: 'Adele Vance' });
  finance.edit('/Expense policy.docx', { by: 'Adele Vance' });
  await until(() => harness.drivebell.snapshot().recent.length === 2);
  for (const foundId of all) must(harness.drivebell.drives.checkNow(foundId));
  await simulator.requests.until(`GET /v1.0/drives/${finance.id}/root/delta`, 9);
  const told = harness.drivebell.snapshot().recent.map(({ name }) => name);
  expect(new Set(told)).toEqual(new Set(['Budget 2027.xlsx', 'Expense policy.docx']));
  expect(told).toHaveLength(2);
});

describe('groups', () => {
  test('of Microsoft 365 lead to their libraries, once what is shared may be read', async () => {
    const before = browsersOpened();
    const page = must(await find({ what: 'groups' }));
    expect(names(page)).toEqual(['Finance', 'Product']);
    const foundId = page.found[0]?.foundId ?? '';
    expect(await find({ what: 'libraries', foundId })).toMatchObject({ code: 'needs-shared' });
    expect(browsersOpened()).toBe(before);
    must(await allow('shared'));
    expect(must(await find({ what: 'libraries', foundId }))).toMatchObject({
      found: [{ kind: 'library', name: 'Finance' }],
    });
  });

  test('whose names are hidden are counted', async () => {
    simulator.knobs.groupNames = false;
    // Of the third nobody can say that it has no files.
    expect(must(await find({ what: 'groups' }))).toEqual({ found: [], nameless: 3, next: null });
  });
});

describe('a pasted link', () => {
  const link = (text: string) => find({ what: 'link', text });

  test('of a file, a folder and a library leads there and to the whole drive', async () => {
    must(await allow('shared'));
    const { finance } = simulator.drives;
    expect(must(await link(`${finance.webUrl}/Budget/Budget%202027.xlsx`)).found).toMatchObject([
      { kind: 'file', name: 'Budget 2027.xlsx', detail: 'Finance' },
      { kind: 'library', name: 'Finance' },
    ]);
    expect(must(await link(`${finance.webUrl}/Budget`)).found).toMatchObject([
      { kind: 'folder', name: 'Budget' },
      { kind: 'library' },
    ]);
    const page = must(await link(`${finance.webUrl}/Forms/AllItems.aspx`));
    expect(page.found).toMatchObject([{ kind: 'library', name: 'Finance' }]);
    must(await harness.drivebell.drives.watch(page.found.map(({ foundId }) => foundId)));
    await untilState(harness.drivebell, 'live');
  });

  test('of one’s own needs nothing more; of others it does', async () => {
    const before = browsersOpened();
    const { onedrive, finance } = simulator.drives;
    const [path = ''] = onedrive.paths('file');
    const own = must(await link(`${onedrive.webUrl}${encodeURI(path)}`));
    must(await harness.drivebell.drives.watch([own.found[0]?.foundId ?? '']));
    expect(await link(finance.webUrl)).toEqual({ ok: false, code: 'needs-shared' });
    expect(browsersOpened()).toBe(before);
  });

  test('that resolves to no item is looked up by its address', async () => {
    simulator.faults.next('GET /v1.0/shares/*', { status: 404 }, { times: 'always' });
    const { finance } = simulator.drives;
    must(await allow('shared'));
    expect(await link(finance.webUrl)).toEqual({ ok: false, code: 'needs-sites' });
    must(await allow('sites'));
    expect(must(await link(finance.webUrl)).found).toMatchObject([{ kind: 'library' }]);
    const site = finance.webUrl.replace('/Shared%20Documents', '');
    expect(must(await link(`${site}/SitePages/Home.aspx`)).found).toMatchObject([{ kind: 'site' }]);
    expect(must(await link(`${finance.webUrl}/Budget/Archive`)).found).toMatchObject([
      { kind: 'folder', name: 'Archive' },
      { kind: 'library', name: 'Finance' },
    ]);
    expect(await link(`${finance.webUrl}/nothing`)).toMatchObject({ code: 'link-not-found' });
    expect(await link(`${site}/Other`)).toMatchObject({ code: 'link-not-found' });
    expect(await link(`${site}x/Other`)).toMatchObject({ code: 'link-not-found' });
  });

  test('that only a token with more would resolve is found by its address, or refused in words', async () => {
    simulator.knobs.sharesNeedWrite = true;
    const { finance, board } = simulator.drives;
    must(await allow('shared'));
    expect(await link(`${finance.webUrl}/Budget`)).toMatchObject({ code: 'link-no-access' });
    must(await allow('sites'));
    expect(must(await link(`${finance.webUrl}/Budget`)).found).toMatchObject([
      { name: 'Budget' },
      {},
    ]);
    expect(await link(board.webUrl)).toMatchObject({ code: 'link-no-access' });
  });

  test('is refused in words where nothing or nobody is', async () => {
    must(await allow('shared'));
    const { board, colleague } = simulator.drives;
    expect(await link(board.webUrl)).toEqual({ ok: false, code: 'link-no-access' });
    expect(await link(colleague.webUrl)).toEqual({ ok: false, code: 'link-no-access' });
    const nowhere = await link('https://contoso.sharepoint.com/:x:/s/Finance/Eabc');
    expect(nowhere).toEqual({ ok: false, code: 'link-not-found' });
    expect(await link('not a link')).toEqual({ ok: false, code: 'link-malformed' });
    simulator.faults.next('GET /v1.0/shares/*', { status: 503 });
    expect(await link(board.webUrl)).toEqual({ ok: false, code: 'microsoft-down' });
  });

  test('to an item whose drive may not be read says that', async () => {
    must(await allow('shared'));
    const { finance } = simulator.drives;
    simulator.faults.next(`GET /v1.0/drives/${finance.id}`, { status: 403 });
    expect(await link(`${finance.webUrl}/Budget`)).toMatchObject({ code: 'drive-not-shared' });
  });

  test('is named in no log, whatever becomes of it', async () => {
    must(await allow('shared'));
    const { finance } = simulator.drives;
    await link(`${finance.webUrl}/Budget?e=canary`);
    await link(`${finance.webUrl}/canary`);
    simulator.faults.next('GET /v1.0/shares/*', { reset: true });
    await link(`${finance.webUrl}/canary`);
    expect(harness.logged.length).toBeGreaterThan(0);
    const logged = harness.logged.join('\n');
    for (const part of ['canary', 'contoso.sharepoint', 'u!', 'Budget']) {
      expect(logged).not.toContain(part);
    }
  });
});

describe('a personal account', () => {
  beforeEach(async () => {
    harness[Symbol.dispose]();
    await beginAs(simulator.accounts.personal.username);
  });

  test('has neither sites nor groups, and nobody is asked for any', async () => {
    simulator.requests.clear();
    for (const what of ['followed-sites', 'groups'] as const) {
      expect(await find({ what })).toEqual({ ok: false, code: 'not-for-personal' });
    }
    expect(await find({ what: 'sites', text: 'x' })).toMatchObject({ code: 'not-for-personal' });
    const { webUrl } = simulator.drives.finance;
    expect(await find({ what: 'link', text: webUrl })).toMatchObject({ code: 'not-for-personal' });
    expect(simulator.requests.count()).toBe(0);
  });

  test('browses its own drive and pastes links to it without a further question', async () => {
    const before = browsersOpened();
    const { drives } = must(await harness.drivebell.drives.list());
    const foundId = drives[0]?.foundId ?? '';
    const page = must(await find({ what: 'inside', foundId }));
    const folder = page.found.find(({ kind }) => kind === 'folder');
    const { personal } = simulator.drives;
    const item = personal.edit(personal.paths('file')[0] ?? '');
    const linked = must(await find({ what: 'link', text: item.webUrl }));
    expect(linked.found).toMatchObject([{ name: item.name }, { kind: 'personal', foundId }]);
    must(await harness.drivebell.drives.watch([folder?.foundId ?? '']));
    await untilState(harness.drivebell, 'live');
    expect(browsersOpened()).toBe(before);
  });
});

test('what nobody has found is neither opened nor watched', async () => {
  for (const search of [
    { what: 'libraries', foundId: 'p-1' },
    { what: 'inside', foundId: 'w-1' },
  ] as const) {
    expect(await find(search)).toEqual({ ok: false, code: 'not-found' });
  }
  expect(await harness.drivebell.drives.watch(['w-1'])).toEqual({ ok: false, code: 'not-found' });
  const { finder } = harness.drivebell.drives;
  expect(await finder.find('a-1', { what: 'groups' })).toMatchObject({ code: 'not-found' });
});

test('what an organization has allowed beforehand is suggested, and watched without a question', async () => {
  const suggested = async (): Promise<readonly string[]> => {
    const { drives } = must(await harness.drivebell.drives.list());
    return drives.filter((drive) => drive.suggested).map(({ name }) => name);
  };
  expect(await suggested()).toEqual(['OneDrive']);
  const { tenantId } = simulator.accounts.work;
  const approval = new URL(`${simulator.origin}/${tenantId}/v2.0/adminconsent`);
  const scope =
    'https://graph.microsoft.com/Files.Read.All https://graph.microsoft.com/Sites.Read.All';
  const redirect_uri = 'http://localhost';
  const asked = { client_id: simulator.clientId, scope, redirect_uri };
  approval.search = String(new URLSearchParams(asked));
  await approveAsAdministrator(approval.href);
  const before = browsersOpened();
  expect(await suggested()).toEqual(['OneDrive', 'Finance', 'Product']);
  const { drives } = must(await harness.drivebell.drives.list());
  const chosen = drives.filter((drive) => drive.suggested);
  must(await harness.drivebell.drives.watch(chosen.map(({ foundId }) => foundId)));
  await untilState(harness.drivebell, 'live');
  expect(browsersOpened()).toBe(before);
  expect(await suggested()).toEqual([]);
});
