import { beforeEach, describe, expect, it } from 'vitest';
import { clouds } from '../../src/core/clouds.ts';
import { Opener } from '../../src/core/opener.ts';
import type { Account } from '../../src/core/settings.ts';
import { account } from './support/config.ts';

const good = 'https://contoso.sharepoint.com/sites/Finance/Budget.xlsx';
const american: Account = { ...account, cloud: 'us-gov' };

let opened: string[];
let opens: boolean;
let opener: Opener;

beforeEach(() => {
  opened = [];
  opens = true;
  opener = new Opener(clouds, {
    open: async (url) => {
      opened.push(url);
      return opens;
    },
  });
});

it.each([
  ['no link', null, 'not-found'],
  ['a link elsewhere', 'https://contoso.sharepoint.com.evil.example/', 'link-not-allowed'],
  ['a link over http', 'http://contoso.sharepoint.com/', 'link-not-allowed'],
] as const)('%s is refused', async (_what, link, code) => {
  expect(await opener.open(link, account)).toEqual({ ok: false, code });
  expect(await opener.open(link, undefined)).toEqual({ ok: false, code });
  expect(opened).toEqual([]);
});

it('says so when the browser does not start', async () => {
  opens = false;
  expect(await opener.open(good, account)).toEqual({ ok: false, code: 'browser-did-not-open' });
  expect(opened).toEqual([good]);
});

it('opens what the link really says, once', async () => {
  const outcome = await opener.open('https://contoso.sharepoint.com\\a b', account);
  expect([outcome.ok, opened]).toEqual([true, ['https://contoso.sharepoint.com/a%20b']]);
});

describe('a page', () => {
  const pages = [
    ['https://contoso.sharepoint.com/a', account],
    ['https://contoso.sharepoint.us/a', american],
    ['https://contoso.dps.mil/a', { ...account, cloud: 'us-dod' }],
    ['https://contoso.sharepoint.cn/a', { ...account, cloud: 'china' }],
  ] as const;

  it.each(pages)('%s opens for an account of its cloud', async (page, owner) => {
    expect(await opener.open(page, owner)).toMatchObject({ ok: true });
  });

  it('of another cloud than the account’s is refused', async () => {
    expect(await opener.open(good, american)).toEqual({ ok: false, code: 'link-not-allowed' });
    expect(opened).toEqual([]);
  });

  it.each(pages)('%s opens though its account has gone', async (page) => {
    expect(await opener.open(page, undefined)).toMatchObject({ ok: true });
    expect(opened).toEqual([page]);
  });
});
