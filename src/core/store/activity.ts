import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ActivityRow, ItemKind } from '../../shared/activity.ts';
import type { Change } from '../classify.ts';
import type { Deletion } from '../deleters.ts';
import { activityRows, rowColumns, rowOf } from './activity-row.ts';
import { prepareRows, transaction } from './database.ts';

const mostRows = 200;
// Deletions have no version: the same one is found by all within minutes.
const twinMs = 10 * 60_000;

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
      `SELECT ${rowColumns} FROM activity WHERE id < ? ORDER BY id DESC LIMIT ?`,
    );
    // Each snapshot asks for it.
    this.#unread = database.prepare('SELECT count(*) AS n FROM activity WHERE is_read = 0');
    this.#insert = database.prepare(
      `INSERT INTO activity (watch_id, drive_name, item_id, kinds, item_kind, name, old_name, place,
         old_place, actor, own, descendants, at, web_url, is_read, is_told, account_id, drive_id, version)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#twin = database.prepare(
      `SELECT 1 FROM activity
       WHERE item_id = ? AND drive_id = ? AND watch_id <> ? AND version IS ? AND at > ? LIMIT 1`,
    );
  }

  /**
   * Call inside the transaction that moves the cursor. Own changes are not unread. Null: another
   * watch of the same drive has found it before.
   */
  add(drive: ActivityDrive, change: Change, isTold = !change.own): ActivityRow | null {
    const own = change.own ? 1 : 0;
    const { watchId, driveId } = drive;
    if (this.#isTwin(drive, change)) return null;
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
      isTold ? 0 : 1,
      drive.accountId,
      driveId,
      change.version,
    );
    noteFound(this.#found, { watchId, driveId, at: change.at });
    return rowOf(Number(lastInsertRowid), drive, change);
  }

  #isTwin({ watchId, driveId }: ActivityDrive, { itemId, version, at }: Change): boolean {
    const finders = this.#found.finders.get(driveId);
    if (!finders || (finders.size === 1 && finders.has(watchId))) return false;
    return this.#twin.get(itemId, driveId, watchId, version, at - twinMs) !== undefined;
  }

  /** Newest first. */
  page(before: number | null, limit: number): readonly ActivityRow[] {
    return activityRows(
      this.#page.all(before ?? Number.MAX_SAFE_INTEGER, Math.min(limit, mostRows)),
    );
  }

  untold(): readonly ActivityRow[] {
    const sql = `SELECT ${rowColumns} FROM activity WHERE is_told = 0 ORDER BY id`;
    const rows = activityRows(prepareRows(this.#database, sql).all());
    return rows.filter((row) => !this.#held.has(row.id));
  }

  /** Keeps these back from being told, for this run of the app, until they are released. */
  hold(ids: readonly number[]): void {
    for (const id of ids) this.#held.add(id);
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

  markRead(upTo: number): void {
    this.#database
      .prepare('UPDATE activity SET is_read = 1 WHERE is_read = 0 AND id <= ?')
      .run(upTo);
  }

  markOneRead(id: number): void {
    this.#database.prepare('UPDATE activity SET is_read = 1 WHERE id = ?').run(id);
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

  /** All that was told of an account's drives, these among them. */
  removeOf(accountId: string, watchIds: readonly string[]): void {
    this.#database
      .prepare(
        `DELETE FROM activity
         WHERE account_id = ? OR watch_id IN (SELECT value FROM json_each(?))`,
      )
      .run(accountId, JSON.stringify(watchIds));
    this.#found = readFound(this.#database);
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
