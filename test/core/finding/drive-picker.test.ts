import { beforeEach, describe, expect, it } from 'vitest';
import { DrivePicker } from '../../../src/core/finding/drive-picker.ts';
import { watchIdOf } from '../../../src/core/ids.ts';
import type { Account } from '../../../src/core/settings/settings.ts';
import type { Outcome } from '../../../src/shared/ipc.ts';
import type { DriveOffer } from '../../../src/shared/snapshot.ts';
import { account as work } from '../support/config.ts';
import { graphError, html, json } from '../support/fetched.ts';
import { GraphsBench } from '../support/graphs.ts';

const other: Account = { ...work, accountId: 'a-2', homeAccountId: 'other' };

let bench: GraphsBench;
let picker: DrivePicker;
let watched: string[];

beforeEach(() => {
  bench = new GraphsBench();
  picker = new DrivePicker(bench.graphs);
  watched = [];
  bench.answers.set('home /me/drive', () => json({ id: 'd-1' }));
  bench.answers.set('other /me/drive', () => json({ id: 'd-2' }));
});

function offer(...accounts: readonly Account[]): Promise<Outcome<DriveOffer>> {
  const signal = new AbortController().signal;
  return picker.offer(accounts, (watchId) => watched.includes(watchId), signal);
}

function chosen(accountId: string, driveId: string): unknown {
  return picker.chosen([{ accountId, driveId }]);
}

/** The drives offered, each with its account. */
function drivesOf(offered: Outcome<DriveOffer>): unknown {
  return offered.ok && offered.value.drives.map((one) => [one.accountId, one.driveId]);
}

describe('drives', () => {
  it('are those of all accounts, each with its own', async () => {
    const offered = await offer(work, other);
    expect(drivesOf(offered)).toEqual([
      ['a-1', 'd-1'],
      ['a-2', 'd-2'],
    ]);
    expect(offered.ok && offered.value.unasked).toEqual([]);
  });

  it('are those that could be had, and it is said whose could not', async () => {
    bench.answers.set('home /me/drive', () => graphError(500, 'x'));
    const offered = await offer(work, other);
    expect(drivesOf(offered)).toEqual([['a-2', 'd-2']]);
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
          driveId: 'd-1',
          name: 'Finance',
          kind: 'library',
          owner: 'Finance team',
          watched: true,
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
      scope: null,
    },
  ]);
});

describe('a choice', () => {
  it('is of what was offered, to that account', async () => {
    await offer(work, other);
    expect(chosen('a-1', 'd-1')).toMatchObject([{ accountId: 'a-1', driveId: 'd-1' }]);
    expect([chosen('a-2', 'd-1'), chosen('a-1', 'd-3')]).toEqual([null, null]);
    expect(picker.chosen([])).toEqual([]);
  });

  it('with one that was not offered is none at all', async () => {
    await offer(work);
    const choices = [
      { accountId: 'a-1', driveId: 'd-1' },
      { accountId: 'a-2', driveId: 'd-2' },
    ];
    expect(picker.chosen(choices)).toBeNull();
  });

  it('before any offer is none', () => {
    expect(chosen('a-1', 'd-1')).toBeNull();
  });

  it('is of the last offer that could be made', async () => {
    await offer(work, other);
    await offer(other);
    expect(chosen('a-1', 'd-1')).toBeNull();
    bench.answers.set('other /me/drive', () => graphError(500, 'x'));
    await offer(other);
    expect(chosen('a-2', 'd-2')).toMatchObject([{ driveId: 'd-2' }]);
  });
});
