import { z } from 'zod';
import type { ItemKind } from '../../shared/activity.ts';
import { safeText } from '../safe-text.ts';

const identity = z.object({ id: z.string(), displayName: z.string(), email: z.string() }).partial();
const facet = z.looseObject({});

const wireItem = z.object({
  id: z.string().min(1).max(400),
  name: z.string().optional(),
  eTag: z.string().optional(),
  cTag: z.string().optional(),
  size: z.number().optional(),
  webUrl: z.string().max(4000).optional(),
  createdDateTime: z.string().nullish(),
  lastModifiedDateTime: z.string().nullish(),
  root: facet.optional(),
  deleted: facet.optional(),
  file: z
    .object({ hashes: z.object({ quickXorHash: z.string() }).partial().nullish() })
    .partial()
    .optional(),
  folder: facet.optional(),
  package: facet.optional(),
  remoteItem: facet.optional(),
  shared: z.object({ scope: z.string() }).partial().nullish(),
  parentReference: z.object({ id: z.string() }).partial().nullish(),
  lastModifiedBy: z.object({ user: identity }).partial().nullish(),
});
type WireItem = z.infer<typeof wireItem>;

export interface Person {
  readonly id: string | null;
  readonly name: string | null;
  readonly email: string | null;
}

/** What a delta page says of one item: known fields only, none of them trusted to be there. */
export interface DriveItem {
  readonly id: string;
  readonly isRoot: boolean;
  readonly isDeleted: boolean;
  readonly kind: ItemKind;
  readonly name: string | null;
  readonly parentId: string | null;
  readonly eTag: string | null;
  readonly content: ContentMark;
  readonly createdAt: number | null;
  readonly modifiedAt: number | null;
  readonly modifiedBy: Person | null;
  readonly shareScope: string | null;
  readonly webUrl: string | null;
}

/** Whatever tells one content from another: not every drive gives a hash. */
export interface ContentMark {
  readonly hash: string | null;
  readonly cTag: string | null;
  readonly size: number | null;
}

/** Null when the value is no item at all. */
export function parseDriveItem(value: unknown): DriveItem | null {
  const parsed = wireItem.safeParse(value);
  if (!parsed.success) return null;
  const item = parsed.data;
  return {
    id: item.id,
    isRoot: item.root !== undefined,
    isDeleted: item.deleted !== undefined,
    kind: kindOf(item),
    name: item.name === undefined ? null : safeText(item.name),
    parentId: item.parentReference?.id ?? null,
    eTag: item.eTag ?? null,
    content: {
      hash: item.file?.hashes?.quickXorHash ?? null,
      cTag: item.cTag ?? null,
      size: item.size ?? null,
    },
    createdAt: timeOf(item.createdDateTime),
    modifiedAt: timeOf(item.lastModifiedDateTime),
    modifiedBy: personOf(item.lastModifiedBy?.user),
    shareScope: item.shared ? (item.shared.scope ?? 'users') : null,
    webUrl: item.webUrl ?? null,
  };
}

function kindOf(item: WireItem): ItemKind {
  if (item.remoteItem) return 'link';
  if (item.folder) return 'folder';
  return item.package ? 'package' : 'file';
}

function personOf(user: z.infer<typeof identity> | undefined): Person | null {
  if (!user) return null;
  const name = user.displayName === undefined ? '' : safeText(user.displayName);
  return { id: user.id ?? null, name: name === '' ? null : name, email: user.email ?? null };
}

const earliest = Date.UTC(1980, 0, 1);
const latest = Date.UTC(2100, 0, 1);

// Tombstones carry dates of the year 1.
function timeOf(text: string | null | undefined): number | null {
  const time = Date.parse(text ?? '');
  return time >= earliest && time < latest ? time : null;
}
