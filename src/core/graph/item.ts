import { deltaSelect } from './delta.ts';
import { type DriveItem, parseDriveItem } from './drive-item.ts';
import { type Answer, type Asking, failure, type Graph } from './graph.ts';

/** One item as it is now. */
export async function readItem(
  graph: Graph,
  driveId: string,
  itemId: string,
  asking: Asking,
): Promise<Answer<DriveItem>> {
  const answer = await graph.get(`${atItem(driveId, itemId)}?$select=${deltaSelect}`, asking);
  if (!answer.ok) return answer;
  const value = parseDriveItem(answer.value);
  return value ? { ok: true, value } : failure('unexpected-answer');
}

export function atItem(driveId: string, itemId: string): string {
  return `/drives/${encodeURIComponent(driveId)}/items/${encodeURIComponent(itemId)}`;
}
