import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { ReactNode } from 'react';
import { later } from '../../src/renderer/later.tsx';
import { Root } from '../../src/renderer/root.tsx';
import { createTranslate } from './support/words.ts';
import { serve } from './support/main-process.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { openWindow } from './support/open-window.tsx';
import { manyRows, rule, snapshot } from './support/samples.ts';

const words = 'This could not be shown. Restart Drivebell if it happens again.';
const button = (name: string) => page.getByRole('button', { name }).first();

describe('what throws while it is drawn', () => {
  // React tells of it there.
  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
  afterEach(() => void vi.restoreAllMocks());

  const broken = [rule('r1', { until: Number.MAX_VALUE })];

  test('says so, and leaves the other pages', async () => {
    const fake = new FakeDrivebell({ snapshot: snapshot({ rules: broken }), rows: manyRows(1) });
    await openWindow(fake);
    await button('Settings').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent(words);
    await button('Activity').click();
    await expect.element(page.getByText('Report 1.docx').first()).toBeVisible();
  });

  test('is drawn again at the press of a button', async () => {
    const fake = new FakeDrivebell({ snapshot: snapshot({ rules: broken }) });
    await openWindow(fake);
    await button('Settings').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent(words);
    fake.push({ rules: [], unread: 1 });
    await expect.element(button('Activity, 1 unread')).toBeVisible();
    await button('Try again').click();
    await expect.element(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  });
});

describe('what could not be loaded', () => {
  const missing = async (): Promise<never> => Promise.reject(new TypeError('not there'));
  const Page = (): ReactNode => <h1>Here it is</h1>;

  async function draw(part: ReactNode): Promise<void> {
    const fake = new FakeDrivebell({ snapshot: snapshot() });
    const t = createTranslate('en-GB');
    await render(
      <Root api={serve(fake)} locale="en-GB" t={t}>
        {part}
      </Root>,
    );
  }

  test('says so, and comes at the press of a button', async () => {
    const bring = vi.fn<() => Promise<() => ReactNode>>(missing);
    const Part = later(bring);
    await draw(<Part fallback="a place" />);
    await expect.element(page.getByRole('alert')).toHaveTextContent(words);
    await button('Try again').click();
    await expect.element(page.getByRole('status')).toHaveTextContent(words);
    expect(bring).toHaveBeenCalledTimes(2);
    bring.mockResolvedValue(Page);
    await button('Try again').click();
    await expect.element(page.getByRole('heading', { name: 'Here it is' })).toBeVisible();
    expect(page.getByRole('alert').elements()).toHaveLength(0);
  });

  test('says nothing where nobody misses it', async () => {
    const bring = vi.fn<() => Promise<() => ReactNode>>(missing);
    const Part = later(bring, { isSpare: true });
    await draw(<Part fallback="a place" />);
    await expect.poll(() => bring.mock.settledResults.length).toBe(1);
    await expect.element(page.getByText('a place')).toBeVisible();
    expect(page.getByRole('alert').elements()).toHaveLength(0);
  });
});
