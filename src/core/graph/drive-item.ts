import type { ItemKind } from '../../shared/activity.ts';
import { safeText } from '../safe-text.ts';
import { type Fields, fieldsOf, textOf, wholeNumberOf } from './wire.ts';

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
    isDeleted: item['deleted'] !== undefined && item['deleted'] !== null,
    kind: kindOf(item),
    name: name === null ? null : safeText(name) || unshowable,
    parentId: textOf(fieldsOf(item['parentReference'])?.['id']),
    eTag: textOf(item['eTag']),
    content: {
      hash: textOf(fieldsOf(fieldsOf(item['file'])?.['hashes'])?.['quickXorHash']),
      cTag: textOf(item['cTag']),
      size: wholeNumberOf(item['size']),
      modifiedAt,
    },
    createdAt: timeOf(item['createdDateTime']),
    modifiedAt,
    createdBy: personOf(fieldsOf(fieldsOf(item['createdBy'])?.['user'])),
    modifiedBy: personOf(fieldsOf(fieldsOf(item['lastModifiedBy'])?.['user'])),
    shareScope: shareScopeOf(fieldsOf(item['shared'])),
    webUrl: textOf(item['webUrl'], longestUrl),
  };
}

function kindOf(item: Fields): ItemKind {
  if (fieldsOf(item['remoteItem'])) return 'link';
  if (fieldsOf(item['folder'])) return 'folder';
  return fieldsOf(item['package']) ? 'package' : 'file';
}

function personOf(user: Fields | null): Person | null {
  if (!user) return null;
  const name = safeText(textOf(user['displayName']) ?? '');
  return { id: textOf(user['id']), name: name === '' ? null : name, email: textOf(user['email']) };
}

function shareScopeOf(shared: Fields | null): string | null {
  return shared && (textOf(shared['scope']) ?? 'users');
}

const earliest = Date.UTC(1980, 0, 1);
const latest = Date.UTC(2100, 0, 1);

// Tombstones carry dates of the year 1.
function timeOf(value: unknown): number | null {
  const time = Date.parse(textOf(value) ?? '');
  return time >= earliest && time < latest ? time : null;
}
