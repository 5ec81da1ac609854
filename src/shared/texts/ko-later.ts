import type { enLater } from './en-later.ts';
import type { Translated } from './translated.ts';
import { about } from './ko/about.ts';
import { adding } from './ko/adding.ts';
import { diagnostics } from './ko/diagnostics.ts';
import { drives } from './ko/drives.ts';
import { finding } from './ko/finding.ts';
import { settings } from './ko/settings.ts';
import { updates } from './ko/updates.ts';
import { webhook } from './ko/webhook.ts';
import { wishes } from './ko/wishes.ts';

export const koLater: Translated<'ko', typeof enLater> = {
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
