import type { DriveFacts } from './drive-facts.ts';
import type { ItemState } from './item.ts';
import type { View } from './view.ts';

/** The page an item opens on. */
export function webUrlOf(drive: DriveFacts, view: View, item: ItemState): string {
  if (drive.driveType === 'personal') {
    if (item.parentId === null) return drive.webUrl;
    return `https://onedrive.live.com/?id=${encodeURIComponent(item.id)}&cid=${drive.id}`;
  }
  const path = view.path(item);
  return path === '/' ? drive.webUrl : `${drive.webUrl}${encodeURI(path).replaceAll('#', '%23')}`;
}
