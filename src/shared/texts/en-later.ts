import { about } from './en/about.ts';
import { adding } from './en/adding.ts';
import { diagnostics } from './en/diagnostics.ts';
import { drives } from './en/drives.ts';
import { finding } from './en/finding.ts';
import { settings } from './en/settings.ts';
import { updates } from './en/updates.ts';
import { webhook } from './en/webhook.ts';
import { wishes } from './en/wishes.ts';

/** Left out of what the window and the tray begin with. */
export const enLater = {
  ...about,
  ...adding,
  ...diagnostics,
  ...drives,
  ...finding,
  ...settings,
  ...updates,
  ...webhook,
  ...wishes,
} as const;
