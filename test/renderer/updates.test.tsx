import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Snapshot } from '../../src/shared/snapshot.ts';
import type { UpdateState } from '../../src/shared/updates.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { openWindow } from './support/open-window.tsx';
import { hour, now, snapshot, updates } from './support/samples.ts';

const messages = page.getByRole('region', { name: 'Messages' });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const section = page.getByRole('region', { name: 'Updates' });
const itself = page.getByRole('switch', { name: 'Update Drivebell by itself' });
const ready: UpdateState = { state: 'ready', version: '1.1.0' };

async function settings(view: Snapshot['updates']): Promise<FakeDrivebell> {
  const fake = new FakeDrivebell({ snapshot: snapshot({ updates: view }), startPage: 'settings' });
  await openWindow(fake);
  await expect.element(section).toBeVisible();
  return fake;
}

describe('Settings says', () => {
  test.each<[string, UpdateState]>([
    ['Drivebell 0.1.0 looks for a newer version once a day.', { state: 'none', lookedAt: null }],
    [
      'Drivebell 0.1.0 is the newest version. Last checked: 11:30.',
      { state: 'none', lookedAt: now - 3 * hour },
    ],
    ['Looking for a newer version…', { state: 'looking' }],
    ['Drivebell 1.1.0 is available.', { state: 'found', version: '1.1.0' }],
    ['Downloading Drivebell 1.1.0: 42%', { state: 'downloading', version: '1.1.0', percent: 42 }],
    [
      'Drivebell 1.1.0 is ready. It is installed while you are away, or now if you choose “Restart to update”.',
      ready,
    ],
    ['Installing Drivebell 1.1.0…', { state: 'installing', version: '1.1.0' }],
    [
      'What was downloaded is not what was published. It was deleted and not installed.',
      { state: 'failed', failure: 'damaged' },
    ],
  ])('%s', async (words, update) => {
    await settings(updates(update));
    await expect.element(section.getByText(words, { exact: true })).toBeVisible();
  });

  test('that a restart is needed, where nothing goes by itself', async () => {
    await settings(updates(ready, false));
    const words = 'Drivebell 1.1.0 is ready. Choose “Restart to update” to install it.';
    await expect.element(section.getByText(words)).toBeVisible();
    await expect.element(itself).not.toBeChecked();
  });

  test('how far a download is', async () => {
    await settings(updates({ state: 'downloading', version: '1.1.0', percent: 42 }));
    await expect.element(section.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '0.42');
  });
});

describe('one button, which keeps the focus,', () => {
  test('looks, downloads and restarts', async () => {
    const fake = await settings(updates({ state: 'none', lookedAt: null }, false));
    await button('Check now').click();
    await expect.poll(() => fake.asked('lookForUpdate')).toEqual([[]]);
    fake.push({ updates: updates({ state: 'looking' }, false) });
    await expect.element(button('Check now')).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Enter}');
    expect(fake.asked('lookForUpdate')).toHaveLength(1);
    fake.push({ updates: updates({ state: 'found', version: '1.1.0' }, false) });
    await expect.element(button('Download')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => fake.asked('downloadUpdate')).toEqual([[]]);
    fake.push({ updates: updates(ready, false) });
    await expect.element(section.getByRole('button', { name: 'Restart to update' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => fake.asked('restartToUpdate')).toEqual([[]]);
  });
});

test('what comes of it is said aloud', async () => {
  const fake = await settings(updates({ state: 'looking' }));
  fake.push({ updates: updates({ state: 'failed', failure: 'no-network' }) });
  const words = 'The releases page cannot be reached. Drivebell tries again by itself.';
  await expect.element(page.getByRole('status')).toHaveTextContent(words);
});

test('updating by itself is switched off and on', async () => {
  const fake = await settings(updates({ state: 'none', lookedAt: null }));
  await expect.element(itself).toBeChecked();
  await itself.click();
  await expect.poll(() => fake.asked('updateByItself')).toEqual([[false]]);
});

test.each(['deb', 'rpm', 'other-package', 'archive', 'development'] as const)(
  'a Drivebell that somebody else updates says where new versions are: %s',
  async (installation) => {
    const fake = await settings(updates({ state: 'elsewhere', installation }));
    await expect.element(itself).not.toBeInTheDocument();
    await expect.element(button('Check now')).not.toBeInTheDocument();
    await button('Open the releases page').click();
    await expect.poll(() => fake.asked('openReleases')).toEqual([[]]);
  },
);

describe('a new version that is ready', () => {
  const bar = messages.getByText('Drivebell 1.1.0 is ready.', { exact: true });

  test('is offered on any page, until that is hidden', async () => {
    const fake = new FakeDrivebell({ snapshot: snapshot() });
    await openWindow(fake);
    await expect.element(page.getByRole('heading', { name: 'Activity' })).toBeVisible();
    await expect.element(bar).not.toBeInTheDocument();
    fake.push({ updates: updates(ready) });
    await expect.element(bar).toBeVisible();
    await button('Restart to update').click();
    await expect.poll(() => fake.asked('restartToUpdate')).toEqual([[]]);
    await button('Hide this message').click();
    await expect.element(bar).not.toBeInTheDocument();
    fake.push({ updates: updates(ready), unread: 1 });
    await expect.element(bar).not.toBeInTheDocument();
    fake.push({ updates: updates({ state: 'ready', version: '1.2.0' }) });
    await expect.element(messages.getByText('Drivebell 1.2.0 is ready.')).toBeVisible();
  });

  test('is there from the start', async () => {
    await openWindow(new FakeDrivebell({ snapshot: snapshot({ updates: updates(ready) }) }));
    await expect.element(bar).toBeVisible();
  });
});
