import { clouds } from '../../../src/core/clouds.ts';
import { beforeEach, expect, test } from 'vitest';
import type { Accounts } from '../../../src/core/accounts/accounts.ts';
import { DriveDesk } from '../../../src/core/watches/drive-desk.ts';
import type { Config } from '../../../src/core/settings/settings.ts';
import type { Graphs } from '../../../src/core/accounts/graphs.ts';
import { config } from '../support/config.ts';

const [finance] = config.drives;
let value: Config;
let isDiskFull: boolean;
let forgotten: string[];
let desk: DriveDesk;

beforeEach(() => {
  const ids = ['w-1', 'w-2', 'w-3'];
  value = {
    ...config,
    drives: ids.flatMap((watchId) => (finance ? [{ ...finance, watchId }] : [])),
  };
  isDiskFull = false;
  forgotten = [];
  desk = new DriveDesk({
    accounts: { graphs: new Map() as unknown as Graphs } as Accounts,
    clouds,
    config: {
      get value() {
        return value;
      },
      account: () => undefined,
    },
    configure: (patch) => {
      if (isDiskFull) return { ok: false, code: 'storage-failed' };
      value = { ...value, ...patch };
      return { ok: true, value: undefined };
    },
    watches: () => ({ refresh: () => true, wantNames: () => true }),
    forget: async (watchId) => void forgotten.push(watchId),
    signal: new AbortController().signal,
  });
});

const ids = (): string => value.drives.map(({ watchId }) => watchId).join(' ');
const labels = (): unknown => value.drives.map(({ label }) => label);

test('a drive is renamed, and has the name of Microsoft’s again', () => {
  expect(desk.rename('w-2', '  Money\n')).toMatchObject({ ok: true });
  expect(labels()).toEqual([null, 'Money', null]);
  expect(value.drives[1]?.name).toBe('Finance');
  desk.rename('w-2', ' ');
  expect(labels()).toEqual([null, null, null]);
});

test('Microsoft’s own name is no label', () => {
  desk.rename('w-2', 'Money');
  desk.rename('w-2', ' Finance ');
  expect(labels()).toEqual([null, null, null]);
});

test('a drive is moved among the others', () => {
  expect(desk.move('w-3', 'earlier')).toMatchObject({ ok: true });
  expect(ids()).toBe('w-1 w-3 w-2');
  expect(desk.move('w-1', 'earlier')).toMatchObject({ ok: true });
  expect(ids()).toBe('w-1 w-3 w-2');
});

test.each(['keep', 'delete'] as const)('a drive goes, and its history: %s', async (activity) => {
  expect(await desk.stop('w-2', activity)).toMatchObject({ ok: true });
  expect(ids()).toBe('w-1 w-3');
  expect(forgotten).toEqual(activity === 'keep' ? [] : ['w-2']);
});

test('what cannot be written down is not done', async () => {
  isDiskFull = true;
  const failed = { ok: false, code: 'storage-failed' };
  expect(await desk.stop('w-2', 'delete')).toEqual(failed);
  expect(desk.rename('w-2', 'Money')).toEqual(failed);
  expect(desk.move('w-2', 'later')).toEqual(failed);
  expect(forgotten).toEqual([]);
});

test('of a drive that is not watched nothing is done', async () => {
  const notFound = { ok: false, code: 'not-found' };
  expect(await desk.stop('w-9', 'delete')).toEqual(notFound);
  expect(desk.rename('w-9', 'Money')).toEqual(notFound);
  expect(desk.move('w-9', 'later')).toEqual(notFound);
  expect(forgotten).toEqual([]);
});
