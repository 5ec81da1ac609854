import { beforeEach, describe, expect, it } from 'vitest';
import { clouds } from '../../src/core/clouds.ts';
import { Opener } from '../../src/core/opener.ts';
import type { Account } from '../../src/core/settings/settings.ts';
import { account, config } from './support/config.ts';

const good = 'https://contoso.sharepoint.com/sites/Finance/Budget.xlsx';
const accounts: readonly Account[] = [
  account,
  { ...account, accountId: 'a-2', cloud: 'us-gov' },
  { ...account, accountId: 'a-3', cloud: 'us-dod' },
  { ...account, accountId: 'a-4', cloud: 'china' },
];
const site = 'https://contoso.sharepoint.com/sites/Finance';
const drives = config.drives.map((drive) => ({ ...drive, webUrl: `${site}/Shared%20Documents` }));

let opened: string[];
let opens: boolean;
let opener: Opener;

beforeEach(() => {
  opened = [];
  opens = true;
  opener = new Opener({
    clouds,
    browser: {
      open: async (url) => {
        opened.push(url);
        return opens;
      },
    },
    driveOf: (watchId) => drives.find((drive) => drive.watchId === watchId),
    accountOf: (accountId) => accounts.find((one) => one.accountId === accountId),
  });
});

it.each([
  ['no link', null, 'not-found'],
  ['a link elsewhere', 'https://contoso.sharepoint.com.evil.example/', 'link-not-allowed'],
  ['a link over http', 'http://contoso.sharepoint.com/', 'link-not-allowed'],
] as const)('%s is refused', async (_what, link, code) => {
  expect(await opener.open(link, 'a-1')).toEqual({ ok: false, code });
  expect(await opener.open(link, 'gone')).toEqual({ ok: false, code });
  expect(opened).toEqual([]);
});

it('says so when the browser does not start', async () => {
  opens = false;
  expect(await opener.open(good, 'a-1')).toEqual({ ok: false, code: 'browser-did-not-open' });
  expect(opened).toEqual([good]);
});

it('opens what the link really says, once', async () => {
  const outcome = await opener.open('https://contoso.sharepoint.com\\a b', 'a-1');
  expect([outcome.ok, opened]).toEqual([true, ['https://contoso.sharepoint.com/a%20b']]);
});

describe('a page', () => {
  const pages = [
    ['https://contoso.sharepoint.com/a', 'a-1'],
    ['https://contoso.sharepoint.us/a', 'a-2'],
    ['https://contoso.dps.mil/a', 'a-3'],
    ['https://contoso.sharepoint.cn/a', 'a-4'],
  ] as const;

  it.each(pages)('%s opens for an account of its cloud', async (page, accountId) => {
    expect(await opener.open(page, accountId)).toMatchObject({ ok: true });
  });

  it('of another cloud than the account’s is refused', async () => {
    expect(await opener.open(good, 'a-2')).toEqual({ ok: false, code: 'link-not-allowed' });
    expect(opened).toEqual([]);
  });

  it.each(pages)('%s opens though its account has gone', async (page) => {
    expect(await opener.open(page, 'gone')).toMatchObject({ ok: true });
    expect(opened).toEqual([page]);
  });
});

describe('a drive', () => {
  it('opens, and what was deleted in it', async () => {
    await opener.openDrive('w-1');
    await opener.openRecycleBin('w-1');
    expect(opened).toEqual([`${site}/Shared%20Documents`, `${site}/_layouts/15/RecycleBin.aspx`]);
  });

  it('that is not watched does not', async () => {
    const outcomes = [await opener.openDrive('w-9'), await opener.openRecycleBin('w-9')];
    expect(outcomes.map((one) => !one.ok && one.code)).toEqual(['not-found', 'not-found']);
  });
});
