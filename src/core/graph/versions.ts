import { z } from 'zod';
import type { Answer, Asking, Graph } from './graph.ts';
import { atItem } from './item.ts';

const ids = z.object({
  sharepointIds: z.object({
    listId: z.string().regex(/^[\da-f-]{36}$/i),
    listItemId: z.string().regex(/^\d+$/),
    siteUrl: z.url(),
  }),
});

/** SharePoint's page of a file's versions; null: there is none, as of a personal account's files. */
export async function versionsPage(
  graph: Graph,
  driveId: string,
  itemId: string,
  asking: Asking,
): Promise<Answer<string | null>> {
  const answer = await graph.get(`${atItem(driveId, itemId)}?$select=id,sharepointIds`, asking);
  if (!answer.ok) return answer;
  const found = ids.safeParse(answer.value);
  if (!found.success) return { ok: true, value: null };
  const { listId, listItemId, siteUrl } = found.data.sharepointIds;
  const site = siteUrl.replace(/\/+$/, '');
  const value = `${site}/_layouts/15/Versions.aspx?list=%7B${listId}%7D&ID=${listItemId}`;
  return { ok: true, value };
}
