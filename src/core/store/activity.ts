import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ActivityRow, ItemKind } from '../../shared/activity.ts';
import type { Change } from '../reading/classify.ts';
import type { Deletion } from '../activity-feed/deleters.ts';
import {
  activityRows,
  rowColumns,
  tellableColumns,
  type TellableRow,
  tellableRows,
} from './activity-row.ts';
import { type ActivityDrive, ActivityWriter } from './activity-writer.ts';
import { prepareRows, transaction } from './database.ts';
import { Finders } from './finders.ts';
import { removeOf } from './removal.ts';

const mostRows = 200;
const clearedAtOnce = 1000;

/** Where an item's page is, and whose drive it was found in. */
export interface ItemPage {
  readonly webUrl: string;
  readonly accountId: string | null;
}

export interface ItemOfRow {
  readonly watchId: string;
  readonly itemId: string;
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
  readonly #unread: StatementSync;
  readonly #page: StatementSync;
  /** Not to be told yet. */
  readonly #held = new Set<number>();
  readonly #finders: Finders;
  readonly #writer: ActivityWriter;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#finders = new Finders(database);
    this.#writer = new ActivityWriter(database, this.#finders);
    this.#page = prepareRows(
      database,
      `SELECT ${rowColumns} FROM activity
       WHERE id < ? AND outcome IS NOT 'ignored' ORDER BY id DESC LIMIT ?`,
    );
    // Each snapshot asks for it.
    this.#unread = database.prepare('SELECT count(*) AS n FROM activity WHERE is_read = 0');
  }

  /**
   * Call inside the transaction that moves the cursor. Own changes are not unread. What somebody has
   * been at for a while is one row, that of the last time. Null: another watch of the same drive has
   * found it before.
   */
  add(drive: ActivityDrive, change: Change, isToTell = !change.own): ActivityRow | null {
    return this.#writer.add(drive, change, isToTell);
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
       SET actor = ?1, own = ?2, is_read = max(is_read, ?2), is_told = iif(?3, 1, is_told),
         outcome = iif(?3 AND is_told = 2, NULL, outcome), silence = iif(?3 AND is_told = 2, NULL, silence)
       WHERE id = ?4`,
    );
    transaction(this.#database, () => {
      for (const { id, actor, own } of learned) {
        const isOwn = own ? 1 : 0;
        update.run(actor, isOwn, own && !tellsOwn ? 1 : 0, id);
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

  itemOf(id: number): ItemOfRow | null {
    const row = this.#database
      .prepare('SELECT watch_id, item_id FROM activity WHERE id = ?')
      .get(id);
    return row ? { watchId: String(row['watch_id']), itemId: String(row['item_id']) } : null;
  }

  folderOf(id: number): FolderOfItem | null {
    const row = this.#database
      .prepare('SELECT watch_id, parent_id FROM activity WHERE id = ?')
      .get(id);
    const { watch_id: watchId, parent_id: folderId } = row ?? {};
    return typeof folderId === 'string' ? { watchId: String(watchId), folderId } : null;
  }

  /**
   * Removes all that was told over these watches, and of an account's drives: what is still to be told
   * at once, all else some of it at a time. The drives it was told of, once all of it is gone.
   */
  *removeOf(
    accountId: string | null,
    watchIds: readonly string[],
  ): Generator<void, ReadonlySet<string>> {
    const removed = yield* removeOf(this.#database, accountId, watchIds);
    this.#finders.forget(removed.watchIds);
    this.#finders.noteAbove(removed.last);
    return removed.driveIds;
  }

  /**
   * Removes what was told, some of it at a time, for a million rows take seconds; not what is being
   * told at this moment. The drives it was told of, once all of it is gone.
   */
  *clear(): Generator<void, ReadonlySet<string>> {
    const drives = this.#finders.driveIds();
    const remove = this.#database.prepare(
      `DELETE FROM activity WHERE id IN
         (SELECT id FROM activity WHERE id <= ? AND is_told <> 0 ORDER BY id DESC LIMIT ${clearedAtOnce})`,
    );
    const newest = this.#database.prepare('SELECT max(id) AS id FROM activity').get()?.['id'];
    while (remove.run(newest ?? 0).changes > 0) yield;
    this.#finders.readAnew();
    return new Set(drives);
  }

  /** When each drive last changed, in ms since 1970. */
  lastChanges(): ReadonlyMap<string, number> {
    return this.#finders.lastChanges;
  }
}
