import type { ItemKind } from '../../shared/activity.ts';
import { parseDriveItem } from './drive-item.ts';
import { type Answer, type Asking, failure, type Graph } from './graph.ts';
import { fieldsOf, textOf } from './wire.ts';

const selected = 'id,name,parentReference,folder,file,package,root,remoteItem,webUrl';

/** What a link leads to, by the ids of whoever owns it. */
export interface SharedItem {
  readonly driveId: string;
  readonly itemId: string;
  /** It is the whole drive. */
  readonly isRoot: boolean;
  readonly name: string | null;
  readonly kind: ItemKind;
  readonly webUrl: string | null;
}

/**
 * The item behind a sharing link, or behind the address of a file or folder. Links are not redeemed: that would
 * grant lasting access, which is the person's to take by opening the link.
 */
export async function readShared(
  graph: Graph,
  link: string,
  asking: Asking,
): Promise<Answer<SharedItem>> {
  const encoded = `u!${Buffer.from(link).toString('base64url')}`;
  const answer = await graph.get(`/shares/${encoded}/driveItem?$select=${selected}`, asking);
  if (!answer.ok) return answer;
  const shared = parseShared(answer.value);
  return shared ? { ok: true, value: shared } : failure('unexpected-answer');
}

function parseShared(value: unknown): SharedItem | null {
  const fields = fieldsOf(value);
  // Of a shortcut, what it leads to.
  const target = fieldsOf(fields?.['remoteItem']) ?? fields;
  const item = parseDriveItem(target);
  const parent = fieldsOf(target?.['parentReference']);
  const driveId = textOf(parent?.['driveId'], 400);
  if (!item || driveId === null || driveId === '') return null;
  const { id, name, kind, webUrl, isRoot } = item;
  return { driveId, itemId: id, isRoot, name, kind, webUrl };
}
