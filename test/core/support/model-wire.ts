import { eTagOf, type ModelItem, rootId, type Who } from './model-drive.ts';

/** What tells contents apart on this drive. */
export type ContentKey = 'hash' | 'cTag' | 'size';

/** An item as a page lists it; null: a tombstone. */
export interface Entry {
  readonly id: string;
  readonly item: ModelItem | null;
  /** What a tombstone knows of it. */
  readonly last: ModelItem;
}

/** How the root is listed: with whatever has changed. */
export const wireRoot = { id: rootId, name: 'root', root: {}, folder: {}, eTag: '"{root},1"' };

export const people: Readonly<Record<Who, { id: string; displayName: string; email?: string }>> = {
  me: { id: 'ME-ID', displayName: 'Me' },
  // A guest has another id in each organisation.
  'me-as-guest': { id: 'guest-id', displayName: 'Me (guest)', email: 'Me@Contoso.com' },
  ada: { id: 'ada-id', displayName: 'Ada', email: 'ada@contoso.com' },
};

export function sizeOf({ content }: ModelItem): number {
  return 10 + content;
}

export function wireEntry({ item, last }: Entry, key: ContentKey): object {
  return item ? wireItem(item, key) : wireTombstone(last);
}

/** A tombstone of its id alone. */
export function isBare({ version }: ModelItem): boolean {
  return version % 2 === 1;
}

export function wireItem(item: ModelItem, key: ContentKey): object {
  const { id, name, parentId, kind, content, scope, createdAt, modifiedAt, by } = item;
  const hashes = key === 'hash' ? { hashes: { quickXorHash: `${id}-${content}` } } : {};
  return {
    id,
    name,
    eTag: eTagOf(item),
    parentReference: { driveId: 'd', id: parentId },
    createdDateTime: new Date(createdAt).toISOString(),
    lastModifiedDateTime: new Date(modifiedAt).toISOString(),
    lastModifiedBy: { user: people[by] },
    ...(kind === 'folder' ? { folder: { childCount: content } } : { file: hashes }),
    ...(kind === 'folder' ? {} : { size: sizeOf(item) }),
    ...(kind === 'file' && key !== 'size' ? { cTag: `"c:{${id}},${content}"` } : {}),
    ...(scope === null ? {} : { shared: { scope } }),
  };
}

function wireTombstone(last: ModelItem): object {
  const { id } = last;
  if (isBare(last)) return { id, deleted: {} };
  return {
    id,
    deleted: { state: 'deleted' },
    size: 0,
    parentReference: { driveId: 'd', id: last.parentId },
    createdDateTime: '0001-01-01T00:00:00Z',
    lastModifiedDateTime: '0001-01-01T00:00:00Z',
    ...(last.version % 4 === 0 ? { name: last.name } : {}),
    ...(last.kind === 'folder' ? { folder: {} } : { file: {} }),
  };
}
