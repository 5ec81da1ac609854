import { expect, it } from 'vitest';
import { globalCloud } from '../../src/core/hosts.ts';
import { openLink } from '../../src/core/opener.ts';

const good = 'https://contoso.sharepoint.com/sites/Finance/Budget.xlsx';

it.each([
  ['no link', null, true, 'not-found'],
  ['a link elsewhere', 'https://contoso.sharepoint.com.evil.example/', true, 'link-not-allowed'],
  ['a link over http', 'http://contoso.sharepoint.com/', true, 'link-not-allowed'],
  ['a browser that does not start', good, false, 'browser-did-not-open'],
] as const)('%s is refused', async (_what, link, opens, code) => {
  const opened: string[] = [];
  const browser = {
    open: async (url: string) => {
      opened.push(url);
      return opens;
    },
  };
  expect(await openLink(link, globalCloud, browser)).toEqual({ ok: false, code });
  expect(opened).toEqual(code === 'browser-did-not-open' ? [good] : []);
});

it('opens what the link really says, once', async () => {
  const opened: string[] = [];
  const browser = {
    open: async (url: string) => {
      opened.push(url);
      return true;
    },
  };
  const outcome = await openLink('https://contoso.sharepoint.com\\a b', globalCloud, browser);
  expect([outcome.ok, opened]).toEqual([true, ['https://contoso.sharepoint.com/a%20b']]);
});
