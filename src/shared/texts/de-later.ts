import { about } from './de/about.ts';
import { adding } from './de/adding.ts';
import { diagnostics } from './de/diagnostics.ts';
import { drives } from './de/drives.ts';
import { finding } from './de/finding.ts';
import { settings } from './de/settings.ts';
import { updates } from './de/updates.ts';
import { webhook } from './de/webhook.ts';
import { wishes } from './de/wishes.ts';
import type { enLater } from './en-later.ts';
import type { Translated } from './translated.ts';

export const deLater: Translated<'de', typeof enLater> = {
  ...about,
  ...adding,
  ...diagnostics,
  ...drives,
  ...finding,
  ...settings,
  ...updates,
  ...webhook,
  ...wishes,
};
