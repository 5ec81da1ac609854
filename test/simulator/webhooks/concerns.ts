import type { Changed } from '../cloud/change.ts';
import type { Subscription } from './subscription.ts';

/** Whether a change in its drive is one that a subscription hears of (sheet 3.1). */
export function concerns(subscription: Subscription, changed: Changed): boolean {
  const { drive, folderId, hearsOfSharing } = subscription;
  const isSharing = changed.kind === 'shared' || changed.kind === 'unshared';
  // Work drives only: a personal one's take no such wish.
  if (isSharing && drive.facts.driveType !== 'personal' && !hearsOfSharing) return false;
  if (folderId === null || changed.itemId === folderId) return true;
  const { current } = drive.journal;
  const folder = current.get(folderId);
  if (!folder) return false;
  const within = `${current.path(folder)}/`;
  return [changed.path, changed.oldPath].some((path) => path.startsWith(within));
}
