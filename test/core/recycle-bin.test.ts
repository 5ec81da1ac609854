import { expect, it } from 'vitest';
import { recycleBinOf } from '../../src/core/recycle-bin.ts';

const contoso = 'https://contoso.sharepoint.com';
const mine = 'https://contoso-my.sharepoint.com/personal/ada_contoso_com';

it.each([
  ['library', `${contoso}/sites/Finance/Shared%20Documents`, `${contoso}/sites/Finance`],
  ['library', `${contoso}/sites/Finance/Shared%20Documents/`, `${contoso}/sites/Finance`],
  ['library', `${contoso}/Shared%20Documents`, contoso],
  ['business', `${mine}/Documents`, mine],
] as const)('of a %s at %s', (kind, webUrl, site) => {
  expect(recycleBinOf({ kind, webUrl })).toBe(`${site}/_layouts/15/RecycleBin.aspx`);
});

it('of a personal drive is always in one place', () => {
  expect(recycleBinOf({ kind: 'personal', webUrl: null })).toContain('https://onedrive.live.com/');
});

it.each([null, 'not a link'])('of a drive at %s is not known', (webUrl) => {
  expect(recycleBinOf({ kind: 'library', webUrl })).toBeNull();
});
