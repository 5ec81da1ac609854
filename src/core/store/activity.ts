import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ActivityRow, ItemKind } from '../../shared/activity.ts';
import type { Change } from '../reading/classify.ts';
import type { Deletion } from '../activity-feed/deleters.ts';
import {
  activityRows,
  rowColumns,
  rowOf,
  tellableColumns,
  type TellableRow,
  tellableRows,
} from './activity-row.ts';
import { prepareRows, transaction } from './database.ts';

const mostRows = 200;
// Deletions have no version: the same one is found by all within the longest time between two looks.
const twinMs = 35 * 60_000;
const sameWorkMs = 10 * 60_000;
const edited = JSON.stringify(['edited']);

/** The drive that changes are written down for. */
export interface ActivityDrive {
  readonly watchId: string;
  /** In one spelling. */
  readonly driveId: string;
  readonly accountId: string;
  readonly driveName: string;
}

/** Where an item's page is, and whose drive it was found in. */
export interface ItemPage {
  readonly webUrl: string;
  readonly accountId: string | null;
}

export interface FolderOfItem {
  readonly watchId: string;
  readonly folderId: string;
}

/** Who did what a row tells of, learned after it was written. */
export interface LearnedActor {
  readonly id: number;
  readonly actor: string | null;
  readonly own: boolean;
}

/** The stored list of changes. Rows not yet told are the outbox that a start finds again. */
export class Activity {
  readonly #database: DatabaseSync;
  readonly #insert: StatementSync;
  readonly #twin: StatementSync;
  readonly #latest: StatementSync;
  readonly #remove: StatementSync;
  readonly #unread: StatementSync;
  readonly #page: StatementSync;
  /** Not to be told yet. */
  readonly #held = new Set<number>();
  #found: Found;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#found = readFound(database);
    this.#page = prepareRows(
      database,
      `SELECT ${rowColumns} FROM activity
       WHERE id < ? AND outcome IS NOT 'ignored' ORDER BY id DESC LIMIT ?`,
    );
    // Each snapshot asks for it.
    this.#unread = database.prepare('SELECT count(*) AS n FROM activity WHERE is_read = 0');
    this.#insert = database.prepare(
      `INSERT INTO activity (watch_id, drive_name, item_id, kinds, item_kind, name, old_name, place,
         old_place, actor, own, descendants, at, web_url, is_read, is_told, account_id, drive_id, version,
         parent_id, is_mine, times)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#twin = database.prepare(
      `SELECT 1 FROM activity
       WHERE item_id = ?1 AND drive_id = ?2 AND watch_id <> ?3 AND at > ?5 - ${twinMs}
         AND (version IS ?4 OR (times > 1 AND at >= ?5)) LIMIT 1`,
    );
    this.#latest = database.prepare(
      `SELECT id, kinds, actor, at, times FROM activity
       WHERE item_id = ? AND watch_id = ? ORDER BY id DESC LIMIT 1`,
    );
    this.#remove = database.prepare('DELETE FROM activity WHERE id = ?');
  }

  /**
   * Call inside the transaction that moves the cursor. Own changes are not unread. What somebody has
   * been at for a while is one row, that of the last time. Null: another watch of the same drive has
   * found it before.
   */
  add(drive: ActivityDrive, change: Change, isToTell = !change.own): ActivityRow | null {
    const own = change.own ? 1 : 0;
    const { watchId, driveId } = drive;
    if (this.#isTwin(drive, change)) return null;
    const times = 1 + this.#takeEarlier(watchId, change);
    const { lastInsertRowid } = this.#insert.run(
      watchId,
      drive.driveName,
      change.itemId,
      JSON.stringify(change.kinds),
      change.itemKind,
      change.name,
      change.oldName,
      JSON.stringify(change.place),
      change.oldPlace === null ? null : JSON.stringify(change.oldPlace),
      change.actor,
      own,
      change.descendants,
      change.at,
      change.webUrl,
      own,
      isToTell ? 0 : 1,
      drive.accountId,
      driveId,
      change.version,
      change.parentId,
      change.isMine ? 1 : 0,
      times,
    );
    noteFound(this.#found, { watchId, driveId, at: change.at });
    return rowOf(Number(lastInsertRowid), { watchId, driveName: drive.driveName, times }, change);
  }

  #isTwin({ watchId, driveId }: ActivityDrive, { itemId, version, at }: Change): boolean {
    const finders = this.#found.finders.get(driveId);
    if (!finders || (finders.size === 1 && finders.has(watchId))) return false;
    return this.#twin.get(itemId, driveId, watchId, version, at) !== undefined;
  }

  /** How often the same person has edited it just before: the row that says so makes way. */
  #takeEarlier(watchId: string, { itemId, kinds, actor, at }: Change): number {
    if (JSON.stringify(kinds) !== edited) return 0;
    const row = this.#latest.get(itemId, watchId);
    const isSame = row?.['kinds'] === edited && row['actor'] === actor;
    if (!isSame || Math.abs(at - Number(row['at'])) >= sameWorkMs) return 0;
    this.#remove.run(Number(row['id']));
    return Number(row['times']);
  }

  /** Newest first. */
  page(before: number | null, limit: number): readonly ActivityRow[] {
    return activityRows(
      this.#page.all(before ?? Number.MAX_SAFE_INTEGER, Math.min(limit, mostRows)),
    );
  }

  untold(): readonly TellableRow[] {
    const sql = `SELECT ${tellableColumns} FROM activity WHERE is_told = 0 ORDER BY id`;
    const rows = tellableRows(prepareRows(this.#database, sql).all());
    return rows.filter((row) => !this.#held.has(row.id));
  }

  /** Keeps these back from being told, for this run of the app, until they are released. */
  hold(ids: readonly number[]): void {
    for (const id of ids) this.#held.add(id);
  }

  isHeld(id: number): boolean {
    return this.#held.has(id);
  }

  release(ids: readonly number[]): void {
    for (const id of ids) this.#held.delete(id);
  }

  /** Those of these rows that tell of a deletion by somebody unknown. */
  deletions(ids: readonly number[]): readonly Deletion[] {
    return this.#database
      .prepare(
        `SELECT id, item_id, item_kind, name, descendants FROM activity
         WHERE id IN (SELECT value FROM json_each(?)) AND actor IS NULL AND kinds = '["deleted"]'`,
      )
      .all(JSON.stringify(ids))
      .map((row) => ({
        rowId: Number(row['id']),
        itemId: String(row['item_id']),
        itemKind: row['item_kind'] as ItemKind,
        name: row['name'] as string | null,
        descendants: Number(row['descendants']),
      }));
  }

  /** Own changes are not unread, and told only where that is wished for. */
  setActors(learned: readonly LearnedActor[], tellsOwn: boolean): void {
    const update = this.#database.prepare(
      `UPDATE activity
       SET actor = ?, own = ?, is_read = max(is_read, ?), is_told = max(is_told, ?) WHERE id = ?`,
    );
    transaction(this.#database, () => {
      for (const { id, actor, own } of learned) {
        const isOwn = own ? 1 : 0;
        update.run(actor, isOwn, isOwn, own && !tellsOwn ? 1 : 0, id);
      }
    });
  }

  markTold(ids: readonly number[]): void {
    this.#database
      .prepare('UPDATE activity SET is_told = 1 WHERE id IN (SELECT value FROM json_each(?))')
      .run(JSON.stringify(ids));
  }

  /** Those that were not read before. */
  markRead(upTo: number): readonly number[] {
    return this.#database
      .prepare('UPDATE activity SET is_read = 1 WHERE is_read = 0 AND id <= ? RETURNING id')
      .all(upTo)
      .map((row) => Number(row['id']));
  }

  markUnread(ids: readonly number[]): void {
    this.#database
      .prepare(
        `UPDATE activity SET is_read = 0 WHERE own = 0 AND outcome IS NOT 'ignored'
           AND id IN (SELECT value FROM json_each(?))`,
      )
      .run(JSON.stringify(ids));
  }

  markOne(id: number, isRead: boolean): void {
    this.#database.prepare('UPDATE activity SET is_read = ? WHERE id = ?').run(isRead ? 1 : 0, id);
  }

  unread(): number {
    return Number(this.#unread.get()?.['n'] ?? 0);
  }

  itemPage(id: number): ItemPage | null {
    const row = this.#database
      .prepare('SELECT web_url, account_id FROM activity WHERE id = ?')
      .get(id);
    const { web_url: webUrl, account_id: accountId } = row ?? {};
    if (typeof webUrl !== 'string') return null;
    return { webUrl, accountId: typeof accountId === 'string' ? accountId : null };
  }

  folderOf(id: number): FolderOfItem | null {
    const row = this.#database
      .prepare('SELECT watch_id, parent_id FROM activity WHERE id = ?')
      .get(id);
    const { watch_id: watchId, parent_id: folderId } = row ?? {};
    return typeof folderId === 'string' ? { watchId: String(watchId), folderId } : null;
  }

  /** All that was told of an account's drives, these among them. The drives it was told of. */
  removeOf(accountId: string, watchIds: readonly string[]): ReadonlySet<string> {
    const isMeant = 'account_id = ? OR watch_id IN (SELECT value FROM json_each(?))';
    const meant = [accountId, JSON.stringify(watchIds)] as const;
    const drives = prepareRows(
      this.#database,
      `SELECT DISTINCT drive_id FROM activity WHERE (${isMeant}) AND drive_id IS NOT NULL`,
    ).all(...meant);
    this.#database.prepare(`DELETE FROM activity WHERE ${isMeant}`).run(...meant);
    this.#found = readFound(this.#database);
    return new Set((drives as unknown as readonly [string][]).map(([driveId]) => driveId));
  }

  /** When each drive last changed, in ms since 1970. */
  lastChanges(): ReadonlyMap<string, number> {
    return this.#found.lastChanges;
  }
}

/** Who has found what so far, so that not each change must ask for it. */
interface Found {
  /** By watch, in ms since 1970. */
  readonly lastChanges: Map<string, number>;
  /** The watches that have found changes, by drive; null: written before drives were. */
  readonly finders: Map<string | null, Set<string>>;
}

function readFound(database: DatabaseSync): Found {
  const found: Found = { lastChanges: new Map(), finders: new Map() };
  const rows = database
    .prepare('SELECT watch_id, drive_id, max(at) AS at FROM activity GROUP BY watch_id, drive_id')
    .all();
  for (const row of rows) {
    const watchId = String(row['watch_id']);
    const driveId = row['drive_id'] as string | null;
    noteFound(found, { watchId, driveId, at: Number(row['at']) });
  }
  return found;
}

function noteFound(
  { lastChanges, finders }: Found,
  { watchId, driveId, at }: { watchId: string; driveId: string | null; at: number },
): void {
  lastChanges.set(watchId, Math.max(at, lastChanges.get(watchId) ?? 0));
  finders.set(driveId, (finders.get(driveId) ?? new Set()).add(watchId));
}
