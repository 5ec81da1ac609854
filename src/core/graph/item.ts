import { deltaSelect } from './delta.ts';
import { type DriveItem, parseDriveItem } from './drive-item.ts';
import type { Asking, Graph } from './graph.ts';

/** One item as it is now; null where it cannot be had, for whatever reason. */
export async function readItem(
  graph: Graph,
  driveId: string,
  itemId: string,
  asking: Asking,
): Promise<DriveItem | null> {
  const path = `/drives/${encodeURIComponent(driveId)}/items/${encodeURIComponent(itemId)}`;
  const answer = await graph.get(`${path}?$select=${deltaSelect}`, asking);
  return answer.ok ? parseDriveItem(answer.value) : null;
}
