import { z } from 'zod';
import type { ItemKind } from '../../shared/activity.ts';
import { safeText } from '../safe-text.ts';

/** Whatever is not as expected counts as not said: a known item must never seem to be missing. */
const said = <T extends z.ZodType>(type: T) => type.optional().catch(undefined);

const text = said(z.string());
const facet = said(z.looseObject({}));
const identity = z.object({ id: text, displayName: text, email: text });

const wireItem = z.object({
  id: z.string().min(1).max(400),
  name: text,
  eTag: text,
  cTag: text,
  size: said(z.number()),
  webUrl: said(z.string().max(4000)),
  createdDateTime: text,
  lastModifiedDateTime: text,
  root: facet,
  deleted: z.unknown().optional(),
  file: said(z.object({ hashes: said(z.object({ quickXorHash: text })) })),
  folder: facet,
  package: facet,
  remoteItem: facet,
  shared: said(z.object({ scope: text })),
  parentReference: said(z.object({ id: text })),
  lastModifiedBy: said(z.object({ user: said(identity) })),
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
  /** ms since 1970. */
  readonly modifiedAt: number | null;
}

/** Stands for a name of invisible characters alone. */
const unshowable = '␣';

/** Null when the value is no item at all. */
export function parseDriveItem(value: unknown): DriveItem | null {
  const parsed = wireItem.safeParse(value);
  if (!parsed.success) return null;
  const item = parsed.data;
  return {
    id: item.id,
    isRoot: item.root !== undefined,
    isDeleted: item.deleted !== undefined && item.deleted !== null,
    kind: kindOf(item),
    name: item.name === undefined ? null : safeText(item.name) || unshowable,
    parentId: item.parentReference?.id ?? null,
    eTag: item.eTag ?? null,
    content: {
      hash: item.file?.hashes?.quickXorHash ?? null,
      cTag: item.cTag ?? null,
      size: item.size ?? null,
      modifiedAt: timeOf(item.lastModifiedDateTime),
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
function timeOf(text: string | undefined): number | null {
  const time = Date.parse(text ?? '');
  return time >= earliest && time < latest ? time : null;
}
