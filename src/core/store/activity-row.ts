import type { StatementSync } from 'node:sqlite';
import type { ActivityRow, ChangeKind, ItemKind } from '../../shared/activity.ts';
import type { Change } from '../reading/classify.ts';

/** What `activityRow` asks of the table. */
export const rowColumns = `id, watch_id, drive_name, kinds, item_kind, name, old_name, place, old_place,
  actor, own, times, descendants, at, is_read, web_url IS NOT NULL`;

/** What `tellableRows` asks of it. */
export const tellableColumns = `${rowColumns}, coalesce(drive_id, watch_id), item_id, parent_id, is_mine`;

/** A row of the outbox, with what only rules ask for. */
export interface TellableRow extends ActivityRow {
  /** In one spelling: one drive may be watched more than once. */
  readonly driveId: string;
  readonly itemId: string;
  readonly parentId: string | null;
  /** The reader created it, or was the last to change it before. */
  readonly isMine: boolean;
}

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
  times: number,
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
  const [actor, own, times, descendants, at, isRead, hasUrl] = rest;
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
    times,
    descendants,
    at,
    read: isRead === 1,
    canOpen: hasUrl === 1,
  };
}

/** As `tellableColumns` names them. */
type TellingRow = readonly [
  ...Row,
  driveId: string,
  itemId: string,
  parentId: string | null,
  isMine: number,
];

/** Of a statement prepared by `prepareRows`. */
export function tellableRows(found: ReturnType<StatementSync['all']>): TellableRow[] {
  return (found as unknown as TellingRow[]).map((row) => {
    const [driveId, itemId, parentId, isMine] = row.slice(-4) as [
      string,
      string,
      string | null,
      number,
    ];
    const told = row.slice(0, -4) as unknown as Row;
    return { ...activityRow(told), driveId, itemId, parentId, isMine: isMine === 1 };
  });
}

interface Written {
  readonly watchId: string;
  readonly driveName: string;
  readonly times: number;
}

/** The row of a change that has just been written, as `activityRow` would read it. */
export function rowOf(
  id: number,
  { watchId, driveName, times }: Written,
  change: Change,
): ActivityRow {
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
    times,
    descendants,
    at,
    read: own,
    canOpen: change.webUrl !== null,
  };
}
