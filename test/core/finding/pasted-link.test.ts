import { describe, expect, it } from 'vitest';
import { clouds } from '../../../src/core/clouds.ts';
import { pathBelow, readLink, siteOf } from '../../../src/core/finding/pasted-link.ts';

const work = { cloud: 'global', kind: 'work' } as const;
const personal = { cloud: 'global', kind: 'personal' } as const;
const finance = 'https://contoso.sharepoint.com/sites/Finance';

function read(text: string, account: Parameters<typeof readLink>[1] = work): string {
  const pasted = readLink(text, account, clouds);
  return pasted.ok ? pasted.link.href : pasted.code;
}

describe('a link that may be looked up', () => {
  it.each([
    ['a sharing link', 'https://contoso.sharepoint.com/:x:/s/Finance/EabcDEF?e=4xyz'],
    ['a file', `${finance}/Shared%20Documents/Budget/Budget%202027.xlsx?web=1`],
    ['a library', `${finance}/Shared%20Documents`],
    ['a short link', 'https://1drv.ms/f/s!Abc'],
    ['a personal folder', 'https://onedrive.live.com/?id=ABC%21123&cid=ABC'],
  ])('%s', (_what, link) => {
    expect(read(`\n ${link} `)).toBe(link);
  });

  it('of another cloud is looked up for an account of that cloud', () => {
    const link = 'https://agency.sharepoint.us/sites/A/Documents';
    expect(read(link, { cloud: 'us-gov', kind: 'work' })).toBe(link);
  });
});

describe('a page that shows something', () => {
  const folder = `${finance}/Shared%20Documents/Budget%20%26%20more`;
  const id = '%2Fsites%2FFinance%2FShared%20Documents%2FBudget%20%26%20more';

  it.each([
    [
      'a library',
      `${finance}/Shared%20Documents/Forms/AllItems.aspx`,
      `${finance}/Shared%20Documents`,
    ],
    ['a folder', `${finance}/Shared%20Documents/Forms/AllItems.aspx?id=${id}&viewid=1`, folder],
    ['an old view', `${finance}/Shared%20Documents/forms/allitems.aspx?RootFolder=${id}`, folder],
    ['a site', `${finance}/SitePages/Home.aspx`, finance],
    ['the viewer', `${finance}/_layouts/15/onedrive.aspx?id=${id}`, folder],
    [
      'a viewer of nothing',
      `${finance}/_layouts/15/onedrive.aspx`,
      `${finance}/_layouts/15/onedrive.aspx`,
    ],
  ])('stands for it: %s', (_what, page, shown) => {
    expect(read(page)).toBe(shown);
  });

  it.each(['//evil.example/x', 'https://evil.example', 'javascript:alert(1)'])(
    'never leads elsewhere: %s',
    (id) => {
      const page = `${finance}/Shared%20Documents/Forms/AllItems.aspx?id=${encodeURIComponent(id)}`;
      expect(new URL(read(page)).origin).toBe('https://contoso.sharepoint.com');
    },
  );
});

describe('what is refused', () => {
  it.each([
    ['', 'link-malformed'],
    ['Budget 2027', 'link-malformed'],
    ['http://contoso.sharepoint.com/sites/Finance', 'link-malformed'],
    ['https://contoso.sharepoint.com/a b', 'link-malformed'],
    ['https://', 'link-malformed'],
    [`${finance}/${'x'.repeat(2000)}`, 'link-malformed'],
    ['https://drive.example/file', 'link-foreign'],
    ['https://evilsharepoint.com/x', 'link-foreign'],
    ['https://contoso.sharepoint.com.evil.example/x', 'link-foreign'],
    ['https://contoso.sharepoint.com@evil.example/x', 'link-foreign'],
    ['https://me:secret@contoso.sharepoint.com/x', 'link-foreign'],
    ['https://contoso.sharepoint.com:8443/x', 'link-foreign'],
    ['https://agency.sharepoint.us/sites/A', 'link-other-cloud'],
  ])('%s: %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  it('is, to a personal account, all that organizations share', () => {
    expect(read(finance, personal)).toBe('not-for-personal');
    expect(read('https://1drv.ms/f/s!Abc', personal)).toBe('https://1drv.ms/f/s!Abc');
  });
});

it.each([
  [`${finance}/Shared%20Documents/x`, '/sites/Finance'],
  ['https://contoso.sharepoint.com/teams/HR', '/teams/HR'],
  ['https://contoso.sharepoint.com/:x:/s/Finance/Eabc', null],
  ['https://contoso.sharepoint.com/', null],
])('the site of %s is %s', (link, path) => {
  const site = path === null ? null : { hostname: 'contoso.sharepoint.com', path };
  expect(siteOf(new URL(link))).toEqual(site);
});

it.each([
  [`${finance}/Shared%20Documents/`, ''],
  [`${finance.toLowerCase()}/Shared Documents`, ''],
  [`${finance}/Shared%20Documents/Budget%20%26%20more/x.xlsx`, '/Budget%20%26%20more/x.xlsx'],
  [`${finance}/Shared%20Documents%202/x.xlsx`, null],
  [finance, null],
  ['https://other.sharepoint.com/sites/Finance/Shared%20Documents', null],
])('below the library, %s is %j', (link, path) => {
  expect(pathBelow(new URL(link), `${finance}/Shared%20Documents`)).toBe(path);
});

it('nothing lies below what is no address', () => {
  expect(pathBelow(new URL(finance), 'no address')).toBeNull();
});
