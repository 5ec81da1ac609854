import { beforeEach, expect, it } from 'vitest';
import { reachOfDrive } from '../../../src/core/accounts/account-list.ts';
import { clouds } from '../../../src/core/clouds.ts';
import { Findings } from '../../../src/core/finding/findings.ts';
import { LinkSearch } from '../../../src/core/finding/link-search.ts';
import type { Outcome } from '../../../src/shared/ipc.ts';
import { account } from '../support/config.ts';
import { json } from '../support/fetched.ts';
import { GraphsBench } from '../support/graphs.ts';

const link = 'https://contoso-my.sharepoint.com/:f:/g/personal/adele/Eabc';
const encoded = `u!${Buffer.from(link).toString('base64url')}`;

let bench: GraphsBench;
let findings: Findings;

beforeEach(() => {
  bench = new GraphsBench();
  findings = new Findings(() => false);
});

/** What the link's item, and its drive, are said to be. */
async function search(item: object, drive: object): Promise<Outcome<unknown>> {
  bench.answers.set(`home /shares/${encoded}/driveItem`, () => json(item));
  bench.answers.set('home /drives/b!adele', () => json({ id: 'b!adele', ...drive }));
  const { graphs } = bench;
  const links = new LinkSearch({ graphs, clouds, findings, needsSignIn: () => false });
  const answer = await links.find(account, link, new AbortController().signal);
  if (!answer.ok) return answer;
  return { ok: true, value: findings.chosen(answer.value.found.map(({ foundId }) => foundId)) };
}

const item = { id: 'i-1', name: 'Plans', folder: {}, parentReference: { driveId: 'b!adele' } };
const oneDrive = (id: string): object => ({
  name: 'OneDrive',
  driveType: 'business',
  owner: { user: { id, displayName: 'Adele Vance' } },
});

it('to a folder in somebody else’s OneDrive: named so, and wanting what sharing wants', async () => {
  const found = await search(item, oneDrive('adele-id'));
  expect(found).toMatchObject({
    value: [
      { name: 'Adele Vance / OneDrive', scope: { itemId: 'i-1', name: 'Plans' }, isOthers: true },
      { name: 'Adele Vance / OneDrive', scope: null, isOthers: true },
    ],
  });
  expect(reachOfDrive({ kind: 'business', isOthers: true })).toBe('shared');
});

it('to one’s own needs nothing more, however the id is spelled', async () => {
  const found = await search(item, oneDrive(account.userId.toUpperCase()));
  expect(found).toMatchObject({ value: [{ name: 'OneDrive', isOthers: false }, {}] });
  expect(reachOfDrive({ kind: 'business', isOthers: false })).toBe('own');
});

it('to a library is named by its site, by which libraries of one name are told apart', async () => {
  const webUrl = 'https://contoso.sharepoint.com/sites/Team%20Red/Shared%20Documents';
  const root = { id: 'r', name: 'root', root: {}, parentReference: { driveId: 'b!adele' } };
  const found = await search(root, { name: 'Documents', driveType: 'documentLibrary', webUrl });
  expect(found).toMatchObject({ value: [{ name: 'Team Red / Documents', scope: null }] });
});

it('to a shortcut leads to what that leads to', async () => {
  const shortcut = {
    id: 'short',
    name: 'Shortcut',
    remoteItem: item,
    parentReference: { driveId: 'mine' },
  };
  const found = await search(shortcut, oneDrive('adele-id'));
  expect(found).toMatchObject({ value: [{ driveId: 'b!adele', scope: { itemId: 'i-1' } }, {}] });
});

it.each([
  ['no item', {}],
  ['an item of no drive', { ...item, parentReference: {} }],
])('answered by %s is not understood', async (_what, answer) => {
  expect(await search(answer, oneDrive('x'))).toEqual({ ok: false, code: 'unexpected-answer' });
});

it('is asked for without a word that would redeem it', async () => {
  await search(item, oneDrive('adele-id'));
  expect(bench.net.asked.map(({ headers }) => headers.get('prefer'))).toEqual([null, null]);
});
