import type { StatementSync } from 'node:sqlite';
import type { ActivityRow, ChangeKind, ItemKind } from '../../shared/activity.ts';
import type { Change } from '../classify.ts';

/** What `activityRow` asks of the table. */
export const rowColumns = `id, watch_id, drive_name, kinds, item_kind, name, old_name, place, old_place,
  actor, own, descendants, at, is_read, web_url IS NOT NULL`;

/** As `rowColumns` names them; the table is STRICT. */
type Row = readonly [
  id: number,
  watchId: string,
  driveName: string,
  kinds: string,
  itemKind: ItemKind,
  name: string | null,
  oldName: string | null,
  place: string,
  oldPlace: string | null,
  actor: string | null,
  own: number,
  descendants: number,
  at: number,
  isRead: number,
  hasUrl: number,
];

/** Of a statement prepared by `prepareRows`. */
export function activityRows(found: ReturnType<StatementSync['all']>): ActivityRow[] {
  return (found as unknown as Row[]).map((row) => activityRow(row));
}

function activityRow(row: Row): ActivityRow {
  const [id, watchId, driveName, kinds, itemKind, name, oldName, place, oldPlace, ...rest] = row;
  const [actor, own, descendants, at, isRead, hasUrl] = rest;
  return {
    id,
    watchId,
    driveName,
    kinds: JSON.parse(kinds) as ChangeKind[],
    itemKind,
    name,
    oldName,
    place: JSON.parse(place) as string[],
    oldPlace: oldPlace === null ? null : (JSON.parse(oldPlace) as string[]),
    actor,
    own: own === 1,
    descendants,
    at,
    read: isRead === 1,
    canOpen: hasUrl === 1,
  };
}

interface Written {
  readonly watchId: string;
  readonly driveName: string;
}

/** The row of a change that has just been written, as `activityRow` would read it. */
export function rowOf(id: number, { watchId, driveName }: Written, change: Change): ActivityRow {
  const { kinds, itemKind, name, oldName, place, oldPlace, actor, own, descendants, at } = change;
  return {
    id,
    watchId,
    driveName,
    kinds,
    itemKind,
    name,
    oldName,
    place,
    oldPlace,
    actor,
    own,
    descendants,
    at,
    read: own,
    canOpen: change.webUrl !== null,
  };
}
