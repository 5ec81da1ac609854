import { useEffect, useState } from 'react';
import type { Page } from '../shared/pages.ts';
import type { Snapshot } from '../shared/snapshot.ts';
import { areFirstPartsLoaded, loadFirstParts } from './first-parts.ts';
import { useSurroundings } from './surroundings.ts';

/** False until all that the first drawing shows has come: it is drawn at once, and nothing moves after it. */
export function useFirstParts(snapshot: Snapshot | null, start: Page | null): boolean {
  const { locale } = useSurroundings();
  const isKnown = snapshot !== null && start !== null;
  const [wasReady, setWasReady] = useState(false);
  const isReady = wasReady || (isKnown && areFirstPartsLoaded(snapshot, start, locale));
  if (isReady && !wasReady) setWasReady(true);
  useEffect(() => {
    if (!isKnown || wasReady) return;
    void loadFirstParts(snapshot, start, locale).then(() => setWasReady(true));
  }, [snapshot, start, isKnown, wasReady, locale]);
  return isReady;
}
