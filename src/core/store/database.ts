import { existsSync, renameSync, statSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { describe } from '../describe.ts';
import type { Log } from '../ports.ts';
import { markOf } from './mark.ts';
import { migrations } from './migrations.ts';

export interface OpenedDatabase {
  readonly database: DatabaseSync;
  /** The old file could not be read and was put aside. */
  readonly setAside: boolean;
}

/**
 * Opens drivebell.db. A file that is no database, or is damaged, is put aside, never deleted. Throws
 * `DatabaseUnusable` when a sound file cannot be used now.
 */
export function openDatabase(path: string, now: number, log: Log): OpenedDatabase {
  try {
    return { database: open(path), setAside: false };
  } catch (thrown) {
    if (!isDamage(thrown)) throw unusable(thrown);
    log.warn('database-set-aside', { why: describe(thrown) });
    return startAnew(path, now);
  }
}

function startAnew(path: string, now: number): OpenedDatabase {
  try {
    for (const suffix of ['', '-wal', '-shm']) {
      setAside(path + suffix, `${path}.corrupt-${now}${suffix}`);
    }
    return { database: open(path), setAside: true };
  } catch (thrown) {
    throw unusable(thrown);
  }
}

/** The app cannot start; the words for the code are in the text catalogue. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';
  readonly code: 'database-newer' | 'database-unusable';

  constructor(code: DatabaseUnusable['code'], cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

class DamagedDatabase extends Error {
  override readonly name = 'DamagedDatabase';
}

const largeBytes = 32 * 1024 * 1024;

// SQLITE_CORRUPT and SQLITE_NOTADB; SQLite adds detail above the lowest byte.
const damageCodes = new Set([11, 26]);

function isDamage(thrown: unknown): boolean {
  if (thrown instanceof DamagedDatabase) return true;
  return (
    thrown instanceof Error && 'errcode' in thrown && damageCodes.has(Number(thrown.errcode) & 0xff)
  );
}

function unusable(thrown: unknown): DatabaseUnusable {
  return thrown instanceof DatabaseUnusable
    ? thrown
    : new DatabaseUnusable('database-unusable', thrown);
}

function open(path: string): DatabaseSync {
  // After a clean end nothing is left in the WAL: a large file is then taken at its word.
  const isQuicklyChecked = sizeOf(path) <= largeBytes || sizeOf(`${path}-wal`) > 0;
  const database = new DatabaseSync(path);
  try {
    // NORMAL: after a power cut the last commits may be undone, whole: they are then read again.
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000;',
    );
    if (isQuicklyChecked) check(database);
    migrate(database);
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

/** Whoever else still reads it would keep the WAL as it is. */
export function closeDatabase(database: DatabaseSync): void {
  try {
    // Whoever quits waits for this.
    database.exec('PRAGMA busy_timeout = 200; PRAGMA wal_checkpoint(TRUNCATE);');
  } catch {
    // A full disk, say: the next start has more to check, and nothing is lost.
  }
  database.close();
}

function check(database: DatabaseSync): void {
  const found = database.prepare('PRAGMA quick_check(1)').get();
  if (found?.['quick_check'] !== 'ok') throw new DamagedDatabase();
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function migrate(database: DatabaseSync): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (version > migrations.length) throw new DatabaseUnusable('database-newer');
  database.function('mark_of', { deterministic: true }, (text) =>
    markOf(typeof text === 'string' ? text : null),
  );
  for (const [index, step] of migrations.entries()) {
    if (index < version) continue;
    transaction(database, () => database.exec(`${step}; PRAGMA user_version = ${index + 1};`));
  }
}

/** All of `work` or nothing of it. */
export function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (thrown) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw thrown;
  }
}

/** A statement that gives rows without the names of their columns, which cost more than what is in them. */
export function prepareRows(database: DatabaseSync, sql: string): StatementSync {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  return statement;
}

function setAside(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}
