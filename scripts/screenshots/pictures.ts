import type { Locator, Page } from '@playwright/test';
import { untilLive } from '../../test/e2e/support/first-run.ts';
import { expect } from './expect.ts';
import type { Stage } from './stage.ts';
import { trouble, workday } from './story.ts';

/** One picture: what is done so that the window shows it. */
interface Picture {
  readonly name: string;
  readonly show: (window: Page, stage: Stage) => Promise<void>;
  /** Where the pointer is; else nowhere. */
  readonly pointsAt?: (window: Page) => Locator;
}

/** Pictures of one time in the story. Each begins where the one before has ended. */
export interface Chapter {
  readonly begin: (stage: Stage) => Promise<void>;
  readonly pictures: readonly Picture[];
}

interface Scrollable {
  scrollIntoView(options: { readonly block: 'start' }): void;
}

const button = (window: Page, name: string | RegExp) => window.getByRole('button', { name });
const heading = (window: Page, name: string | RegExp) => window.getByRole('heading', { name });

async function goTo(window: Page, page: 'Activity' | 'Drives' | 'Settings'): Promise<void> {
  // In a dialog nothing else can be clicked.
  const dialog = window.getByRole('dialog');
  if (await dialog.isVisible())
    await dialog.getByRole('button', { name: /^(Cancel|Close)$/ }).click();
  await expect(dialog).toHaveCount(0);
  await button(window, new RegExp(`^${page}`)).click();
  await expect(window.getByRole('heading', { level: 1, name: page })).toBeVisible();
}

async function goToSetting(window: Page, title: string): Promise<void> {
  await goTo(window, 'Settings');
  // Counted only now, which moves what is below.
  await expect(window.getByText(/matched this week/).first()).toBeVisible();
  await window
    .getByText(title, { exact: true })
    .first()
    .evaluate((element) => (element as unknown as Scrollable).scrollIntoView({ block: 'start' }));
}

async function chooseForRule(window: Page, entry: string | RegExp): Promise<void> {
  await goToSetting(window, 'Rules');
  await button(window, /^More for this rule: what I created/i).click();
  await window.getByRole('menuitem', { name: entry }).click();
  await expect(window.getByRole('dialog')).toBeVisible();
}

const firstRun: Chapter = {
  begin: (stage) => stage.launch({ DRIVEBELL_CLIENT_ID: '' }),
  pictures: [
    {
      name: 'first-run-register',
      show: (window) => expect(heading(window, /^Register/)).toBeVisible(),
    },
    {
      name: 'first-run-sign-in',
      show: async (window, { simulator }) => {
        await window.getByRole('textbox').fill(simulator.clientId);
        await button(window, 'Continue').click();
        await expect(button(window, 'Sign in with Microsoft')).toBeVisible();
      },
    },
    {
      name: 'first-run-pick',
      show: async (window, { simulator }) => {
        await button(window, 'Sign in with Microsoft').click();
        await expect(heading(window, /^Which drives/)).toBeVisible();
        const { onedrive, finance, product } = simulator.drives;
        for (const { name } of [onedrive, finance, product]) {
          await window.getByRole('checkbox', { name: new RegExp(name) }).setChecked(true);
        }
      },
    },
    {
      name: 'first-run-done',
      show: async (window) => {
        await button(window, /^Watch \d/).click();
        await expect(heading(window, /now watches/)).toBeVisible();
      },
    },
    {
      name: 'activity-empty',
      show: async (window) => {
        await button(window, 'Show activity').click();
        await untilLive(window);
        await expect(window.getByText('No changes yet')).toBeVisible();
      },
    },
  ],
};

const atWork: Chapter = {
  begin: workday,
  pictures: [
    {
      name: 'activity',
      show: async (window) => {
        await goTo(window, 'Activity');
        await expect(window.getByText('Lee Gu').first()).toBeVisible();
      },
      pointsAt: (window) => window.getByText(/^Adele Vance edited/),
    },
    {
      name: 'activity-search',
      show: async (window) => {
        await goTo(window, 'Activity');
        await window.getByRole('searchbox').fill('budget');
        await expect(window.getByText('That is everything that was found.')).toBeVisible();
      },
    },
    { name: 'drives', show: (window) => goTo(window, 'Drives') },
    {
      name: 'add-drive',
      show: async (window) => {
        await goTo(window, 'Drives');
        await button(window, 'Add a drive').click();
        await window.getByRole('checkbox', { checked: false }).first().check();
      },
    },
    {
      name: 'why',
      show: async (window) => {
        await goTo(window, 'Activity');
        await window.getByText(/^Henrietta Mueller created.*pdf/).click({ button: 'right' });
        await window.getByRole('menuitem', { name: /^Why/ }).click();
        await expect(window.getByText(/^It was only listed/)).toBeVisible();
      },
    },
    {
      name: 'settings',
      show: async (window, stage) => {
        await goTo(window, 'Settings');
        const { wishes } = await stage.snapshot();
        const quietHours = { isOn: true, days: [1, 2, 3, 4, 5], from: 18 * 60, to: 8 * 60 };
        const wanted = { ...wishes, readBy: 'seeing', quietHours } as const;
        await stage.ask(({ api, given }) => api.wish(given), wanted);
      },
    },
    {
      name: 'settings-notifications',
      show: (window) => goToSetting(window, 'Hide names in notifications'),
    },
    { name: 'settings-rules', show: (window) => goToSetting(window, 'Rules') },
    { name: 'rule', show: (window) => chooseForRule(window, 'Edit') },
    { name: 'hook', show: (window) => chooseForRule(window, /^Also run/) },
    {
      name: 'diagnostics',
      show: async (window) => {
        await goTo(window, 'Settings');
        await window.locator('summary', { hasText: 'Drives' }).click();
        await expect(window.getByText('Last reading').first()).toBeVisible();
        await goToSetting(window, 'Diagnostics');
      },
    },
  ],
};

const inTrouble: Chapter = {
  begin: trouble,
  pictures: [{ name: 'drives-trouble', show: (window) => goTo(window, 'Drives') }],
};

/** In the order of the story. */
export const chapters: readonly Chapter[] = [firstRun, atWork, inTrouble];
