import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { askBeginning } from '../../src/renderer/beginning.ts';
import { withEarlyPushes } from '../../src/renderer/early-pushes.ts';
import type { PushName } from '../../src/shared/ipc.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { serve } from './support/main-process.ts';
import { drawnRows, openWindow } from './support/open-window.tsx';
import { manyRows, row, snapshot } from './support/samples.ts';

test('what was asked before anything is drawn is not asked again, and drawn at once', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot({ unread: 3 }), rows: manyRows(3) });
  const beginning = await askBeginning(serve(fake));
  await openWindow(fake, { beginning });
  expect(drawnRows()).toHaveLength(3);
  await expect.element(page.getByRole('searchbox')).toBeVisible();
  for (const name of ['getSnapshot', 'startPage', 'getActivity'] as const) {
    expect(fake.asked(name)).toHaveLength(1);
  }
});

test('a list that begins filtered begins with what the filter leaves', async () => {
  const filter = { kinds: [], drives: [], person: null, unreadOnly: true };
  const rows = [row(2, { read: true }), row(1, { read: false })];
  const fake = new FakeDrivebell({ snapshot: snapshot({ filter }), rows });
  await openWindow(fake, { beginning: await askBeginning(serve(fake)) });
  expect(drawnRows().map((each) => each.dataset['row'])).toEqual(['1']);
});

test('rows that are told of while the window begins are read', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot(), rows: manyRows(3) });
  const { api, crossed } = early(fake, 'snapshot');
  const beginning = await askBeginning(api);
  fake.arrive(row(4));
  await expect.poll(crossed).toBe(1);
  await openWindow(fake, { api, beginning });
  await expect.poll(drawnRows).toHaveLength(4);
});

test('the page that was last asked for while the window begins is shown', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot() });
  const { api, crossed } = early(fake, 'page');
  const beginning = await askBeginning(api);
  fake.show('settings');
  fake.show('drives');
  await expect.poll(crossed).toBe(2);
  await openWindow(fake, { api, beginning });
  await expect.element(page.getByRole('heading', { level: 1, name: 'Drives' })).toBeVisible();
});

test('a push is told once, and later ones to whoever listens then', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot() });
  const { api, crossed } = early(fake, 'page');
  const heard: string[] = [];
  fake.show('settings');
  await expect.poll(crossed).toBe(1);
  const stop = api.on('page', (page) => heard.push(`first ${page}`));
  api.on('page', (page) => heard.push(`second ${page}`));
  stop();
  fake.show('drives');
  await expect.poll(crossed).toBe(2);
  expect(heard).toEqual(['first settings', 'second drives']);
});

test('a window begins by itself where main did not answer', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot(), rows: manyRows(3) });
  fake.fail('getSnapshot', 'internal');
  const beginning = await askBeginning(serve(fake));
  expect(beginning).toBeNull();
  fake.succeed('getSnapshot');
  await openWindow(fake, { beginning });
  await expect.poll(drawnRows).toHaveLength(3);
});

test('rows that could not be read are asked for by the page, which says why', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot(), rows: manyRows(3) });
  fake.fail('getActivity', 'busy');
  await openWindow(fake, { beginning: await askBeginning(serve(fake)) });
  await expect.element(page.getByRole('alert')).toBeVisible();
});

/** Counts last, so that all others have heard what it has counted. */
function early(fake: FakeDrivebell, push: PushName) {
  const main = serve(fake);
  const api = withEarlyPushes(main);
  let count = 0;
  const countLast = (): void => {
    const stop = main.on(push, () => {
      count += 1;
      stop();
      countLast();
    });
  };
  countLast();
  return { api, crossed: () => count };
}
