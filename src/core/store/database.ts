import { existsSync, renameSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe } from '../describe.ts';
import type { Log } from '../ports.ts';
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
    for (const suffix of ['', '-wal', '-shm']) {
      setAside(path + suffix, `${path}.corrupt-${now}${suffix}`);
    }
    return { database: open(path), setAside: true };
  }
}

/** The message is a sentence to show. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';
}

class DamagedDatabase extends Error {
  override readonly name = 'DamagedDatabase';
}

// SQLITE_CORRUPT and SQLITE_NOTADB.
const damageCodes = new Set<unknown>([11, 26]);

function isDamage(thrown: unknown): boolean {
  if (thrown instanceof DamagedDatabase) return true;
  return thrown instanceof Error && 'errcode' in thrown && damageCodes.has(thrown.errcode);
}

function unusable(thrown: unknown): DatabaseUnusable {
  if (thrown instanceof DatabaseUnusable) return thrown;
  return new DatabaseUnusable(
    'Drivebell cannot open its database. The disk may be full, or the folder may not be writable.',
    { cause: thrown },
  );
}

function open(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  try {
    // NORMAL: after a power cut the last commits may be undone, whole: they are then read again.
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000;',
    );
    const check = database.prepare('PRAGMA quick_check(1)').get();
    if (check?.['quick_check'] !== 'ok') throw new DamagedDatabase();
    migrate(database);
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

function migrate(database: DatabaseSync): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (version > migrations.length) {
    throw new DatabaseUnusable(
      'The database was written by a newer Drivebell. Please install that one.',
    );
  }
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

function setAside(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}
