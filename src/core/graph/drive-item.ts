import type { ItemKind } from '../../shared/activity.ts';
import { safeText } from '../safe-text.ts';
import {
  type Fields,
  fieldsOf,
  type Person,
  personOf,
  textOf,
  timeOf,
  wholeNumberOf,
} from './wire.ts';

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
  readonly createdBy: Person | null;
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

const longestId = 400;
const longestUrl = 4000;

/** Null when the value is no item at all. */
export function parseDriveItem(value: unknown): DriveItem | null {
  const item = fieldsOf(value);
  const id = textOf(item?.['id'], longestId);
  if (!item || id === null || id === '') return null;
  const name = textOf(item['name']);
  const modifiedAt = timeOf(item['lastModifiedDateTime']);
  return {
    id,
    isRoot: fieldsOf(item['root']) !== null,
    isDeleted: isMarked(item['deleted']),
    kind: kindOf(item),
    name: name === null ? null : safeText(name) || unshowable,
    parentId: textOf(fieldsOf(item['parentReference'])?.['id'], longestId),
    eTag: textOf(item['eTag']),
    content: {
      hash: textOf(fieldsOf(fieldsOf(item['file'])?.['hashes'])?.['quickXorHash']),
      cTag: textOf(item['cTag']),
      size: wholeNumberOf(item['size']),
      modifiedAt,
    },
    createdAt: timeOf(item['createdDateTime']),
    modifiedAt,
    createdBy: personOf(item['createdBy']),
    modifiedBy: personOf(item['lastModifiedBy']),
    shareScope: shareScopeOf(fieldsOf(item['shared'])),
    webUrl: textOf(item['webUrl'], longestUrl),
  };
}

// Of whatever kind the mark is: a deleted item must not seem to be there.
function isMarked(deleted: unknown): boolean {
  return deleted !== undefined && deleted !== null && deleted !== false;
}

function kindOf(item: Fields): ItemKind {
  if (fieldsOf(item['remoteItem'])) return 'link';
  if (fieldsOf(item['folder'])) return 'folder';
  return fieldsOf(item['package']) ? 'package' : 'file';
}

function shareScopeOf(shared: Fields | null): string | null {
  return shared && (textOf(shared['scope'], longestId) ?? 'users');
}
