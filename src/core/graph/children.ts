import { type DriveItem, parseDriveItem } from './drive-item.ts';

const pageSize = 100;
const selected = 'id,name,folder,file,package,remoteItem,webUrl';

/** What lies in a folder; null: at the top of the drive. */
export function childrenOf(driveId: string, itemId: string | null): string {
  const drive = `/drives/${encodeURIComponent(driveId)}`;
  const folder = itemId === null ? 'root' : `items/${encodeURIComponent(itemId)}`;
  return `${drive}/${folder}/children?$select=${selected}&$top=${pageSize}`;
}

/** A shortcut leads to another drive: what changes there is not told here. */
export function parseChild(value: unknown): (DriveItem & { readonly name: string }) | null {
  const item = parseDriveItem(value);
  if (item === null || item.name === null || item.kind === 'link') return null;
  return { ...item, name: item.name };
}
