import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Found, FoundPage, Search } from '../../src/shared/finding.ts';
import type { FailureCode, Outcome } from '../../src/shared/ipc.ts';
import type { Snapshot } from '../../src/shared/snapshot.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { openWindow } from './support/open-window.tsx';
import { account, choices, family, found, foundPage, snapshot } from './support/samples.ts';

const finance: Found = found('p-fin', { kind: 'site', name: 'Finance', detail: '/sites/Finance' });
const product: Found = found('p-pro', { kind: 'site', name: 'Product', detail: '/sites/Product' });
const library: Found = found('w-lib', { kind: 'library', name: 'Finance / Documents' });
const policy: Found = found('w-pol', { kind: 'file', name: 'Expense policy.docx' });
const budget: Found = found('w-bud', { name: 'Budget', detail: 'Finance' });
const reports: Found = found('w-rep', { name: 'Reports', watched: true });

const followed: Search = { what: 'followed-sites' };
const financeLibraries: Search = { what: 'libraries', foundId: 'p-fin' };
const inLibrary: Search = { what: 'inside', foundId: 'w-lib' };

const dialog = () => page.getByRole('dialog', { name: 'Add a drive' });
const button = (name: string | RegExp) => dialog().getByRole('button', { name });
const box = (name: string | RegExp) => dialog().getByRole('checkbox', { name });
const tab = (name: string) => dialog().getByRole('tab', { name });
const said = () => page.getByRole('status');

type Pages = readonly (readonly [Search | number, FoundPage])[];

const cloud: Pages = [
  [followed, foundPage([finance, product])],
  [{ what: 'sites', text: 'fin' }, foundPage([finance])],
  [financeLibraries, foundPage([library])],
  [inLibrary, foundPage([budget, reports, policy])],
  [{ what: 'inside', foundId: 'w-bud' }, foundPage([])],
];

async function add(fields: Partial<Snapshot> = {}, pages: Pages = cloud): Promise<FakeDrivebell> {
  const fake = new FakeDrivebell({ snapshot: snapshot(fields), choices });
  for (const [key, value] of pages)
    fake.foundPages.set(typeof key === 'number' ? String(key) : JSON.stringify(key), value);
  await openWindow(fake);
  await page.getByRole('button', { name: 'Drives' }).first().click();
  await page.getByRole('button', { name: 'Add a drive' }).click();
  await expect.element(box(/OneDrive/u)).toBeVisible();
  return fake;
}

/** `find` answers when told to. */
function held(fake: FakeDrivebell): (outcome: Outcome<FoundPage>) => void {
  const answer = Promise.withResolvers<Outcome<FoundPage>>();
  vi.spyOn(fake.api, 'find').mockReturnValueOnce(answer.promise);
  return answer.resolve;
}

const keys = (text: string): Promise<void> => userEvent.keyboard(text);

describe('the ways', () => {
  test('are four for work, and two where there are only personal accounts', async () => {
    await add();
    for (const way of ['Your drives', 'Sites', 'Teams and groups', 'Paste a link'])
      await expect.element(tab(way)).toBeVisible();
    await keys('{Escape}');
    await expect.poll(() => dialog().elements()).toHaveLength(0);
  });

  test('of personal accounts lead to no sites', async () => {
    await add({ accounts: [{ ...family, accountId: 'a1' }] });
    expect(dialog().getByRole('tab').elements()).toHaveLength(2);
  });

  test('are gone by one account at a time', async () => {
    const other = account('a3', { username: 'kim@agency.example' });
    const fake = await add({ accounts: [account('a1'), other, family] });
    await tab('Sites').click();
    await expect.element(button(/Product/u)).toBeVisible();
    const who = dialog().getByRole('combobox', { name: 'Account' });
    expect(who.getByRole('option').elements()).toHaveLength(2);
    await who.selectOptions('kim@agency.example');
    await expect.poll(() => fake.asked('find').at(-1)).toEqual(['a3', followed]);
  });
});

test('by keyboard alone: a site, its library, a folder, and back', async () => {
  const fake = await add();
  tab('Your drives').element().focus();
  await keys('{ArrowRight}{Enter}');
  await expect.element(button(/Finance/u)).toBeVisible();
  await expect.element(said()).toHaveTextContent('2 found');
  // The box to search them, then the rows.
  await keys('{Tab}{Tab}');
  await expect.element(button(/Finance/u)).toHaveFocus();
  await keys('{ArrowDown}');
  await expect.element(button(/Product/u)).toHaveFocus();
  await keys('{Home}{Enter}');
  await expect.element(box(/Finance \/ Documents/u)).toHaveFocus();
  expect(fake.asked('find').at(-1)).toEqual(['a1', financeLibraries]);

  await keys('{Enter}');
  await expect.element(box('Budget')).toHaveFocus();
  const trail = dialog().getByRole('navigation', { name: 'Where you are' });
  await expect.element(trail).toHaveTextContent('SitesFinanceFinance / Documents');
  await keys(' ');
  await expect.element(box('Budget')).toBeChecked();
  await expect.element(dialog().getByText('Chosen: Budget')).toBeVisible();
  // What is watched already is passed over to what can be opened of it.
  await keys('{ArrowDown}');
  await expect.element(button('Browse Reports')).toHaveFocus();
  await keys('{End}{Enter}');
  await expect.element(box('Expense policy.docx')).toBeChecked();

  await keys('{Home}{Enter}');
  await expect.element(dialog().getByText('There is nothing in here.')).toBeVisible();
  await expect.element(button('Back')).toHaveFocus();
  await keys('{Enter}');
  await expect.element(box('Budget')).toHaveFocus();
  await keys('{Backspace}');
  await expect.element(box(/Finance \/ Documents/u)).toHaveFocus();
  await keys('{Backspace}');
  await expect.element(button(/Finance/u)).toHaveFocus();

  await button('Watch 2 items').click();
  await expect.poll(() => fake.asked('watchDrives')).toEqual([[['w-bud', 'w-pol']]]);
  await expect.poll(() => dialog().elements()).toHaveLength(0);
  await expect.poll(() => fake.asked('stopFinding').length).toBeGreaterThan(0);
});

test('what is typed is searched for; emptied, the followed sites are back', async () => {
  const fake = await add();
  await tab('Sites').click();
  const search = dialog().getByRole('searchbox', { name: 'Search sites by name' });
  await search.fill('fin');
  await expect
    .poll(() => fake.asked('find').at(-1))
    .toEqual(['a1', { what: 'sites', text: 'fin' }]);
  await expect
    .poll(() =>
      dialog()
        .getByRole('button', { name: /Product/u })
        .elements(),
    )
    .toHaveLength(0);
  await expect.element(said()).toHaveTextContent('1 found');
  await expect.element(search).toHaveFocus();

  await search.fill('zebra');
  await keys('{Enter}');
  await expect.element(dialog().getByText('No site is called “zebra”.')).toBeVisible();
  await button('Show sites you follow').click();
  await expect.element(button(/Product/u)).toBeVisible();
  await expect.element(search).toHaveFocus();
  await expect.element(search).toHaveValue('');
});

test('what was typed last is looked for before what is opened next', async () => {
  const fake = await add();
  await tab('Sites').click();
  await dialog().getByRole('searchbox').fill('fin');
  await keys('{Tab}');
  await button(/Finance/u).click();
  await expect.element(box(/Finance \/ Documents/u)).toBeVisible();
  const asked = () => fake.asked('find').map(([, search]) => search);
  await expect.poll(asked).toContainEqual({ what: 'sites', text: 'fin' });
  expect(asked().at(-1)).toEqual(financeLibraries);
});

test('what is found later does not take the focus away', async () => {
  const fake = await add();
  await tab('Sites').click();
  await expect.element(button(/Product/u)).toBeVisible();
  await dialog().getByRole('searchbox').fill('fin');
  button(/Finance/u)
    .element()
    .focus();
  await expect.element(button(/Product/u)).not.toBeInTheDocument();
  await expect.element(button(/Finance/u)).toHaveFocus();
  expect(fake.asked('find').at(-1)).toEqual(['a1', { what: 'sites', text: 'fin' }]);
});

test('what is found takes the focus from a button that goes with it', async () => {
  const fake = await add();
  fake.fail('find', 'needs-sites');
  await tab('Sites').click();
  await expect.element(button('Ask Microsoft')).toBeVisible();
  const answer = held(fake);
  await dialog().getByRole('searchbox').fill('fin');
  button('Ask Microsoft').element().focus();
  answer({ ok: true, value: foundPage([finance]) });
  await expect.element(button(/Finance/u)).toHaveFocus();
});

test('a drive of one’s own is looked into, and what is in it joins what is ticked', async () => {
  const inOwn: Search = { what: 'inside', foundId: 'd-own' };
  const fake = await add({}, [[inOwn, foundPage([policy])]]);
  await box(/Sales/u).click();
  box(/OneDrive/u)
    .element()
    .focus();
  await keys('{Enter}');
  await expect.element(box('Expense policy.docx')).toHaveFocus();
  await keys(' {Backspace}');
  await expect.element(box(/OneDrive/u)).toHaveFocus();
  await expect.element(box(/Sales/u)).toBeChecked();
  await button('Watch 2 items').click();
  await expect.poll(() => fake.asked('watchDrives')).toEqual([[['d-sales', 'w-pol']]]);
});

test('further pages are joined on, and the focus goes to the first that is new', async () => {
  const fake = await add({}, [
    [followed, foundPage([finance], { next: 7 })],
    [7, foundPage([finance, product])],
  ]);
  await tab('Sites').click();
  await button('Show more').click();
  await expect.poll(() => fake.asked('findMore')).toEqual([[7]]);
  await expect.element(button(/Product/u)).toBeVisible();
  await expect
    .poll(() =>
      dialog()
        .getByRole('button', { name: /Finance/u })
        .elements(),
    )
    .toHaveLength(1);
  await expect.poll(() => dialog().element().contains(document.activeElement)).toBe(true);
  expect(dialog().getByRole('button', { name: 'Show more' }).elements()).toHaveLength(0);
});

describe('what takes a while', () => {
  test('says what is waited for, and can be given up', async () => {
    const fake = await add();
    await tab('Sites').click();
    await expect.element(button(/Product/u)).toBeVisible();
    const answer = held(fake);
    await button(/Finance/u).click();
    const words = 'Looking for the libraries of Finance…';
    await expect.element(dialog().getByText(words)).toBeVisible();
    await expect.element(said()).toHaveTextContent(words);
    const before = fake.asked('stopFinding').length;
    // The dialog's own comes last.
    await button('Cancel').first().click();
    await expect.poll(() => fake.asked('stopFinding')).toHaveLength(before + 1);
    await expect.element(button(/Finance/u)).toHaveFocus();
    answer({ ok: true, value: foundPage([library]) });
    // By now it would have come.
    await keys('{ArrowDown}');
    await expect.element(button(/Product/u)).toHaveFocus();
    expect(dialog().getByText(words).elements()).toHaveLength(0);
    expect(box(/Documents/u).elements()).toHaveLength(0);
  });

  test('and is overtaken by what is looked for next does not come back', async () => {
    const fake = await add();
    await tab('Sites').click();
    await expect.element(button(/Product/u)).toBeVisible();
    const answer = held(fake);
    await button(/Product/u).click();
    await button(/Finance/u).click();
    await expect.element(box(/Documents/u)).toBeVisible();
    answer({ ok: true, value: foundPage([found('w-x', { kind: 'library', name: 'Late' })]) });
    await expect.element(box(/Documents/u)).toHaveFocus();
    await keys('{Enter}');
    await expect.element(box('Budget')).toHaveFocus();
    expect(fake.asked('find').at(-1)).toEqual(['a1', inLibrary]);
  });

  test('to watch says so on its button', async () => {
    const fake = await add();
    await box(/Sales/u).click();
    const answer = Promise.withResolvers<Outcome<void>>();
    vi.spyOn(fake.api, 'watchDrives').mockReturnValue(answer.promise);
    await button('Watch 1 drive').click();
    await expect.element(button('Starting to watch')).toBeVisible();
    answer.resolve({ ok: false, code: 'cancelled' });
    await expect.element(button('Watch 1 drive')).toBeVisible();
  });
});

describe('what was refused', () => {
  async function refused(code: FailureCode, way = 'Sites'): Promise<FakeDrivebell> {
    const fake = await add();
    fake.fail('find', code);
    await tab(way).click();
    return fake;
  }

  test('for want of permission: what Microsoft will ask, and only then it is asked', async () => {
    const fake = await refused('needs-sites');
    const words = /Microsoft will ask you to allow reading the sites and files/u;
    await expect.element(dialog().getByText(words)).toBeVisible();
    expect(fake.asked('widen')).toEqual([]);
    fake.fail('widen', 'cancelled');
    await button('Ask Microsoft').click();
    await expect.poll(() => fake.asked('widen')).toEqual([['a1', 'sites']]);
    await expect.element(dialog().getByText(words)).toBeVisible();
    fake.succeed('widen');
    fake.succeed('find');
    await button('Ask Microsoft').click();
    await expect.element(button(/Finance/u)).toHaveFocus();
    expect(dialog().getByText(words).elements()).toHaveLength(0);
  });

  test('because an administrator must approve: said, with the link', async () => {
    const fake = await refused('needs-sites');
    fake.fail('widen', 'needs-administrator');
    await button('Ask Microsoft').click();
    await expect.element(dialog().getByText(/wants an administrator/u)).toBeVisible();
    await button('Copy link for your administrator').click();
    await expect.poll(() => fake.asked('copy')).toEqual([['admin-consent-link']]);
  });

  test.each<[FailureCode, RegExp, string]>([
    ['no-network', /There is no network/u, 'Try again'],
    ['throttled', /wait a moment/u, 'Try again'],
    ['may-not-see', /no permission to see this/u, 'Try again'],
    ['signed-out', /sign-in has ended/u, 'Sign in again'],
  ])('%s: in words, with what helps', async (code, words, help) => {
    const fake = await refused(code);
    await expect.element(dialog().getByText(words)).toBeVisible();
    await button(help).click();
    if (help === 'Try again') await expect.poll(() => fake.asked('find').length).toBeGreaterThan(1);
    else await expect.poll(() => fake.asked('signIn')).toHaveLength(1);
  });

  test('below a site leads back to where one was', async () => {
    const fake = await add();
    await tab('Sites').click();
    await expect.element(button(/Product/u)).toBeVisible();
    fake.fail('find', 'may-not-see');
    await button(/Product/u).click();
    await button('Back').click();
    await expect.element(button(/Product/u)).toHaveFocus();
  });
});

test('groups whose names are hidden are counted, and lead to the search of sites', async () => {
  const groups: Search = { what: 'groups' };
  await add({}, [[groups, foundPage([], { nameless: 3 })], ...cloud]);
  await tab('Teams and groups').click();
  await expect.element(dialog().getByText(/the names of 3 of your groups/u)).toBeVisible();
  await button('Search sites').click();
  await expect.element(tab('Sites')).toHaveAttribute('aria-selected', 'true');
  await expect.element(button(/Finance/u)).toBeVisible();
});

describe('a pasted link', () => {
  const text = 'https://contoso.sharepoint.com/sites/Finance/Shared%20Documents/Budget';

  test('leads to the folder and to its drive', async () => {
    const fake = await add({}, [[{ what: 'link', text }, foundPage([budget, library])], ...cloud]);
    await tab('Paste a link').click();
    const field = dialog().getByRole('textbox', { name: /^Link to/u });
    await field.fill(text);
    await keys('{Enter}');
    await expect.element(box(/Budget.*Finance/u)).toBeVisible();
    await expect.element(box(/Documents/u)).toBeVisible();
    await box(/Budget/u).click();
    await button('Watch 1 item').click();
    await expect.poll(() => fake.asked('watchDrives')).toEqual([[['w-bud']]]);
  });

  test.each<[FailureCode, RegExp]>([
    ['link-malformed', /That is not a link/u],
    ['link-foreign', /neither to OneDrive nor to SharePoint/u],
    ['link-not-found', /Nothing was found/u],
    ['link-no-access', /Open it in your browser once/u],
    ['not-for-personal', /work and school accounts/u],
    ['drive-not-shared', /not the drive it is in/u],
  ])('%s is said in words', async (code, words) => {
    const fake = await add();
    fake.fail('find', code);
    await tab('Paste a link').click();
    await expect.element(button('Look up')).toHaveAttribute('aria-disabled', 'true');
    await dialog().getByRole('textbox').fill('x');
    await button('Look up').click();
    await expect.element(dialog().getByText(words)).toBeVisible();
  });
});

test('the first run offers more ways, with what is ticked there already', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot({ drives: [] }), choices });
  for (const [key, value] of cloud) fake.foundPages.set(JSON.stringify(key), value);
  await openWindow(fake);
  await expect.element(page.getByRole('checkbox', { name: /OneDrive/u })).toBeChecked();
  await page.getByRole('button', { name: 'More ways to add' }).click();
  await expect.element(box(/OneDrive/u)).toBeChecked();
  await tab('Sites').click();
  await button(/Finance/u).click();
  await box(/Documents/u).click();
  await button('Watch 2 drives').click();
  await expect.poll(() => fake.asked('watchDrives')).toEqual([[['d-own', 'w-lib']]]);
});
