import { expect, type Page } from '@playwright/test';

/** The first run as a person goes through it: sign in, choose drives, done. */
export async function goThroughFirstRun(
  window: Page,
  driveNames: readonly string[],
): Promise<void> {
  await window.getByRole('button', { name: 'Sign in with Microsoft' }).click();
  await expect(window.getByRole('heading', { name: /Which drives/ })).toBeVisible();
  for (const name of driveNames) {
    const box = window.getByRole('checkbox', { name: new RegExp(name) });
    await box.setChecked(true);
  }
  await window.getByRole('button', { name: /^Watch \d/ }).click();
  await expect(window.getByRole('heading', { name: /now watches/ })).toBeVisible();
  await window.getByRole('button', { name: 'Show activity' }).click();
  await untilLive(window);
}

/** The line of truth says that every drive is live: what was lost is tried again once a minute at least. */
export async function untilLive(window: Page): Promise<void> {
  await expect(window.getByText(/^Live: /).first()).toBeVisible({ timeout: 70_000 });
}
