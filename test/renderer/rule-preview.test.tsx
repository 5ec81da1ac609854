import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Outcome } from '../../src/shared/ipc.ts';
import type { RulePreview } from '../../src/shared/wishes.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { openWindow } from './support/open-window.tsx';
import { draft, row, rule, snapshot } from './support/samples.ts';
import { settled } from './support/settled.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const dialog = () => page.getByRole('dialog', { name: /rule$/u });
const names = () => dialog().getByRole('textbox', { name: 'Names' });
const said = (words: string) => dialog().getByText(words, { exact: true });

async function showRules(fake: FakeDrivebell): Promise<void> {
  await openWindow(fake);
  await button('Settings').click();
}

/** Letter by letter, a tenth of a second after each in virtual time, however slow the machine is. */
async function typeFast(field: HTMLInputElement, text: string): Promise<void> {
  for (const letter of text) {
    field.setRangeText(letter, field.value.length, field.value.length);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    vi.advanceTimersByTime(100);
    await settled();
  }
}

afterEach(() => {
  vi.useRealTimers();
});

async function adding(preview?: RulePreview): Promise<FakeDrivebell> {
  const fake = new FakeDrivebell({ snapshot: snapshot() });
  if (preview) fake.preview = preview;
  await showRules(fake);
  await button('Add a rule').click();
  await expect.element(names()).toBeVisible();
  return fake;
}

test.each([
  [
    { of: 50, fits: 12, tells: 4 },
    'Fits 12 of the last 50 changes. All rules together would have told you 4 of them.',
  ],
  [
    { of: 1, fits: 0, tells: 1 },
    'Fits 0 of the last 1 change. All rules together would have told you 1 of them.',
  ],
  [{ of: 0, fits: 0, tells: 0 }, 'There are no changes yet to try it on.'],
])('what a new rule would have come to: %j', async (preview, words) => {
  await adding(preview);
  await expect.element(said(words)).toBeVisible();
  await expect.element(said(words)).toHaveAttribute('aria-live', 'polite');
});

test('is asked for what is filled in, once somebody stops typing', async () => {
  const fake = await adding();
  await expect.poll(() => fake.asked('previewRules')).toEqual([[[draft()], null]]);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await typeFast(names().element() as HTMLInputElement, '*.tmp');
  fake.preview = { of: 50, fits: 3, tells: 47 };
  await expect
    .element(
      said('Fits 3 of the last 50 changes. All rules together would have told you 47 of them.'),
    )
    .toBeVisible();
  expect(fake.asked('previewRules')).toEqual([
    [[draft()], null],
    [[draft({ pattern: '*.tmp' })], null],
  ]);
  expect(fake.asked('addRules')).toEqual([]);
});

test('is asked with the rule for the rest, where there is one', async () => {
  const fake = await adding();
  await button(/^Start from: only what I created/u).click();
  const mine = draft({ isMineOnly: true, action: 'notify' });
  await expect.poll(() => fake.asked('previewRules').at(-1)).toEqual([[mine, draft()], null]);
});

test('of a rule there is asks for that rule, and anew when something has changed', async () => {
  const tmp = rule('tmp', { pattern: '*.tmp', watchId: 'finance', within: 'Plans' });
  const fake = new FakeDrivebell({ snapshot: snapshot({ rules: [tmp] }) });
  await showRules(fake);
  await button(/^More for this rule/u).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const wanted = draft({ pattern: '*.tmp', watchId: 'finance' });
  await expect.poll(() => fake.asked('previewRule')).toEqual([['tmp', wanted]]);
  fake.arrive(row(1));
  await expect.poll(() => fake.asked('previewRule')).toHaveLength(2);
  expect(fake.asked('previewRules')).toEqual([]);
});

test('only the last answer counts', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot() });
  const answers: ((outcome: Outcome<RulePreview>) => void)[] = [];
  const slow = new FakeDrivebell({ snapshot: snapshot() });
  Object.assign(slow, {
    api: {
      ...fake.api,
      previewRules: () =>
        new Promise<Outcome<RulePreview>>((resolve) => {
          answers.push(resolve);
        }),
    },
  });
  await showRules(slow);
  await button('Add a rule').click();
  await expect.poll(() => answers).toHaveLength(1);
  await names().fill('*.tmp');
  await expect.poll(() => answers).toHaveLength(2);
  answers[1]?.({ ok: true, value: { of: 50, fits: 3, tells: 47 } });
  const words = 'Fits 3 of the last 50 changes. All rules together would have told you 47 of them.';
  await expect.element(said(words)).toBeVisible();
  answers[0]?.({ ok: true, value: { of: 50, fits: 50, tells: 0 } });
  await names().fill('*.tmp, *.bak');
  await expect.poll(() => answers).toHaveLength(3);
  await expect.element(said(words)).toBeVisible();
});

test('what cannot be tried says nothing, and hinders nobody', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot() });
  fake.fail('previewRules', 'not-found');
  await showRules(fake);
  await button('Add a rule').click();
  await expect.poll(() => fake.asked('previewRules')).toHaveLength(1);
  expect(dialog().getByText(/^Fits/u).elements()).toHaveLength(0);
  await dialog().getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => fake.asked('addRules')).toHaveLength(1);
});
