import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { openWindow } from './support/open-window.tsx';
import { manyRows, snapshot } from './support/samples.ts';

/** What the page holds when the rail is first drawn. */
async function firstDrawing(fake: FakeDrivebell, width = 960): Promise<string> {
  const drawn = new Promise<string>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('nav')) return;
      observer.disconnect();
      resolve(document.body.innerHTML);
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  await openWindow(fake, { width });
  return drawn;
}

// The first of all: what has once come is there at once from then on.
test('the search field comes to a place kept for it', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot({ unread: 3 }), rows: manyRows(3) });
  const places = new Set<string>();
  const observer = new MutationObserver(() => {
    const drawn = document.querySelector('[data-row]') && document.querySelector('h1 + *');
    if (drawn) places.add(JSON.stringify(drawn.getBoundingClientRect()));
  });
  observer.observe(document.body, { childList: true, subtree: true });
  await openWindow(fake);
  await expect.element(page.getByRole('searchbox')).toBeVisible();
  observer.disconnect();
  expect([...places]).toHaveLength(1);
});

test('what is to be said at the start is drawn with the rest: nothing moves down after it', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot({ troubles: ['tokens-weak-storage'] }) });
  expect(await firstDrawing(fake)).toContain('fui-MessageBar');
});

test.each(['drives', 'settings'] as const)(
  'a window opened on %s has it from the first',
  async (startPage) => {
    const fake = new FakeDrivebell({ snapshot: snapshot(), startPage });
    expect(await firstDrawing(fake)).toMatch(/<h1/u);
  },
);

test('an icon of a narrow rail keeps the focus, whatever comes later', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot(), rows: manyRows(3) });
  expect(await firstDrawing(fake, 560)).toContain('<nav');
  const drives = page.getByRole('button', { name: 'Drives' }).first();
  drives.element().focus();
  await expect.element(page.getByRole('searchbox')).toBeVisible();
  await expect.element(drives).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: 'Drives' })).toBeVisible();
});
