import type { StatementSync } from 'node:sqlite';
import type { ActivityRow, ChangeKind, ItemKind } from '../../shared/activity.ts';
import type { Change } from '../classify.ts';

type Row = ReturnType<StatementSync['all']>[number];

/** What `activityRow` asks of the table. */
export const rowColumns = `id, watch_id, drive_name, kinds, item_kind, name, old_name, place, old_place,
  actor, own, descendants, at, is_read, web_url IS NOT NULL AS can_open`;

export function activityRow(row: Row): ActivityRow {
  return {
    id: Number(row['id']),
    watchId: String(row['watch_id']),
    driveName: String(row['drive_name']),
    kinds: JSON.parse(String(row['kinds'])) as ChangeKind[],
    itemKind: row['item_kind'] as ItemKind,
    name: textOrNull(row['name']),
    oldName: textOrNull(row['old_name']),
    place: JSON.parse(String(row['place'])) as string[],
    oldPlace: row['old_place'] === null ? null : (JSON.parse(String(row['old_place'])) as string[]),
    actor: textOrNull(row['actor']),
    own: row['own'] === 1,
    descendants: Number(row['descendants']),
    at: Number(row['at']),
    read: row['is_read'] === 1,
    canOpen: row['can_open'] === 1,
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

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
