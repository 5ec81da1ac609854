import type { Page } from '../shared/pages.ts';
import type { Snapshot } from '../shared/snapshot.ts';
import { DrivesPage, MessageBars, RailTooltip, SettingsPage, Welcome } from './lazy-pages.tsx';
import { hasMessages } from './shell/message-place.tsx';
import { narrowRail } from './shell/rail-styles.ts';
import { firstStage } from './welcome/use-first-run.ts';

type Part = Pick<typeof Welcome, 'load' | 'isLoaded'>;

const partOf: Record<Page, Part | null> = {
  activity: null,
  drives: DrivesPage,
  settings: SettingsPage,
};

/** Brings all that the first drawing shows; what cannot be brought is left to those that draw it. */
export async function loadFirstParts(
  snapshot: Snapshot,
  start: Page,
  locale: string,
): Promise<void> {
  await Promise.allSettled(firstParts(snapshot, start).map((part) => part.load(locale)));
}

export function areFirstPartsLoaded(snapshot: Snapshot, start: Page, locale: string): boolean {
  return firstParts(snapshot, start).every((part) => part.isLoaded(locale));
}

function firstParts(snapshot: Snapshot, start: Page): readonly Part[] {
  if (firstStage(snapshot) !== null) return [Welcome];
  return [
    partOf[start],
    hasMessages(snapshot) ? MessageBars : null,
    matchMedia(narrowRail).matches ? RailTooltip : null,
  ].filter((part) => part !== null);
}
