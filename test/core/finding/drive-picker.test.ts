import { beforeEach, describe, expect, it } from 'vitest';
import { DrivePicker } from '../../../src/core/finding/drive-picker.ts';
import { Findings } from '../../../src/core/finding/findings.ts';
import { watchIdOf } from '../../../src/core/ids.ts';
import type { Account } from '../../../src/core/settings/settings.ts';
import type { Reach } from '../../../src/core/sign-in/scopes.ts';
import type { Outcome } from '../../../src/shared/ipc.ts';
import type { DriveOffer } from '../../../src/shared/finding.ts';
import { account as work } from '../support/config.ts';
import { graphError, html, json } from '../support/fetched.ts';
import { GraphsBench } from '../support/graphs.ts';

const other: Account = { ...work, accountId: 'a-2', homeAccountId: 'other' };

let bench: GraphsBench;
let picker: DrivePicker;
let findings: Findings;
let watched: string[];
/** What Microsoft lets the accounts reach without asking anybody. */
let allowed: Reach[];

beforeEach(() => {
  bench = new GraphsBench();
  findings = new Findings((watchId) => watched.includes(watchId));
  const { graphs } = bench;
  const reaches = async (_account: Account, reach: Reach) => allowed.includes(reach);
  picker = new DrivePicker({ graphs, findings, reaches });
  watched = [];
  allowed = [];
  bench.answers.set('home /me/drive', () => json({ id: 'd-1' }));
  bench.answers.set('other /me/drive', () => json({ id: 'd-2' }));
});

function offer(...accounts: readonly Account[]): Promise<Outcome<DriveOffer>> {
  const { signal } = new AbortController();
  return picker.offer(accounts, { isFirst: false, signal });
}

function chosen(accountId: string, driveId: string): unknown {
  return findings.chosen([watchIdOf(accountId, driveId)]);
}

/** The drives offered, each with its account. */
function drivesOf(offered: Outcome<DriveOffer>): unknown {
  return offered.ok && offered.value.drives.map((one) => [one.accountId, one.foundId]);
}

describe('drives', () => {
  it('are those of all accounts, each with its own', async () => {
    const offered = await offer(work, other);
    expect(drivesOf(offered)).toEqual([
      ['a-1', watchIdOf('a-1', 'd-1')],
      ['a-2', watchIdOf('a-2', 'd-2')],
    ]);
    expect(offered.ok && offered.value.unasked).toEqual([]);
  });

  it('are those that could be had, and it is said whose could not', async () => {
    bench.answers.set('home /me/drive', () => graphError(500, 'x'));
    const offered = await offer(work, other);
    expect(drivesOf(offered)).toEqual([['a-2', watchIdOf('a-2', 'd-2')]]);
    expect(offered.ok && offered.value.unasked).toEqual([
      { accountId: 'a-1', reason: 'microsoft-down' },
    ]);
  });

  it('fail when no account could be asked, and are none without accounts', async () => {
    for (const home of ['home', 'other']) {
      bench.answers.set(`${home} /me/drive`, () => graphError(500, 'x'));
    }
    expect(await offer(work, other)).toEqual({ ok: false, code: 'microsoft-down' });
    expect(await offer()).toEqual({ ok: true, value: { drives: [], unasked: [] } });
  });

  it('of nobody who has any are none', async () => {
    bench.answers.delete('home /me/drive');
    bench.answers.set('home /me/drives', () => json({ value: [] }));
    expect(await offer(work)).toEqual({ ok: true, value: { drives: [], unasked: [] } });
  });

  it.each([
    ['not found', () => graphError(404, 'itemNotFound'), 'drive-gone'],
    ['refused', () => graphError(400, 'invalidRequest'), 'unexpected-answer'],
    ['gone', () => graphError(410, 'resyncRequired'), 'unexpected-answer'],
    ['a captive portal', () => html(), 'not-json'],
    ['throttled', () => graphError(429, 'x'), 'throttled'],
    ['forbidden', () => graphError(403, 'accessDenied'), 'no-access'],
  ])('that cannot be listed have a reason with words: %s', async (_what, answer, code) => {
    bench.answers.delete('home /me/drive');
    bench.answers.set('home /me/drives', answer);
    expect(await offer(work)).toEqual({ ok: false, code });
  });
});

it('an offer shows no more of a drive than the window needs', async () => {
  bench.answers.set('home /me/drive', () =>
    json({
      id: 'd-1',
      name: 'Finance',
      driveType: 'documentLibrary',
      webUrl: 'https://contoso.sharepoint.com',
      owner: { group: { displayName: 'Finance team' } },
    }),
  );
  watched = [watchIdOf('a-1', 'd-1')];
  expect(await offer(work)).toEqual({
    ok: true,
    value: {
      drives: [
        {
          accountId: 'a-1',
          foundId: watchIdOf('a-1', 'd-1'),
          name: 'Finance',
          kind: 'library',
          detail: 'Finance team',
          watched: true,
          suggested: false,
        },
      ],
      unasked: [],
    },
  });
  expect(chosen('a-1', 'd-1')).toEqual([
    {
      watchId: watchIdOf('a-1', 'd-1'),
      accountId: 'a-1',
      driveId: 'd-1',
      name: 'Finance',
      kind: 'library',
      webUrl: 'https://contoso.sharepoint.com',
      label: null,
      scope: null,
      isOthers: false,
      wakeBy: 'push',
    },
  ]);
});

describe('a choice', () => {
  it('is of what was offered, to that account', async () => {
    await offer(work, other);
    expect(chosen('a-1', 'd-1')).toMatchObject([{ accountId: 'a-1', driveId: 'd-1' }]);
    expect([chosen('a-2', 'd-1'), chosen('a-1', 'd-3')]).toEqual([null, null]);
    expect(findings.chosen([])).toEqual([]);
  });

  it('with one that was not offered is none at all', async () => {
    await offer(work);
    expect(findings.chosen([watchIdOf('a-1', 'd-1'), watchIdOf('a-2', 'd-2')])).toBeNull();
  });

  it('before any offer is none', () => {
    expect(chosen('a-1', 'd-1')).toBeNull();
  });
});

describe('where nothing is watched yet', () => {
  const library = (id: string): object => ({ id, name: id, driveType: 'documentLibrary' });
  const site = (id: string): object => ({ id, displayName: `Site ${id}` });

  async function suggested(account: Account = work): Promise<readonly string[]> {
    const { signal } = new AbortController();
    const offered = await picker.offer([account], { isFirst: true, signal });
    if (!offered.ok) return [offered.code];
    return offered.value.drives.filter((one) => one.suggested).map((one) => one.name);
  }

  beforeEach(() => {
    const others = ['lib-1', 'lib-2', 'lib-3', 'lib-4'].map((id) => library(id));
    bench.answers.set('home /me/drives', () => json({ value: others }));
    bench.answers.set('home /me/followedSites', () => json({ value: [site('s-1'), site('s-2')] }));
    bench.answers.set('home /sites/s-1/drive', () => json(library('Documents')));
    bench.answers.set('home /sites/s-2/drive', () => graphError(403, 'accessDenied'));
  });

  it('the own drive is suggested, and nothing that somebody would be asked for', async () => {
    expect(await suggested()).toEqual(['OneDrive']);
    expect(bench.net.asked.filter(({ url }) => url.includes('followedSites'))).toEqual([]);
  });

  it('libraries are, as far as it was allowed before: of followed sites first, and three at most', async () => {
    allowed = ['shared', 'sites'];
    expect(await suggested()).toEqual(['OneDrive', 'Site s-1 / Documents', 'lib-1', 'lib-2']);
  });

  it('what fails is left out', async () => {
    allowed = ['shared'];
    bench.answers.set('home /me/followedSites', () => graphError(403, 'accessDenied'));
    expect(await suggested()).toEqual(['OneDrive', 'lib-1', 'lib-2', 'lib-3']);
  });

  it('of a personal account it is its own drive', async () => {
    allowed = ['shared', 'sites'];
    expect(await suggested({ ...work, kind: 'personal' })).toEqual(['OneDrive']);
  });

  it('what is watched already is not suggested', async () => {
    watched = [watchIdOf('a-1', 'd-1')];
    expect(await suggested()).toEqual([]);
  });
});
