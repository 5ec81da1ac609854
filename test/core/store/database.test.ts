import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NewerDatabase, openDatabase, transaction } from '../../../src/core/store/database.ts';
import { migrations } from '../../../src/core/store/migrations.ts';
import { heardLog, noon } from '../support/doubles.ts';

let dir: string;
let path: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'drivebell-database-'));
  path = join(dir, 'drivebell.db');
});

afterEach(() => {
  rmSync(dir, { recursive: true });
});

/** Opens, does some work, closes. */
function use<T>(work: (database: DatabaseSync) => T): { value: T; setAside: boolean } {
  const { database, setAside } = openDatabase(path, noon, heardLog());
  try {
    return { value: work(database), setAside };
  } finally {
    database.close();
  }
}

const save = (database: DatabaseSync): unknown =>
  database.exec("INSERT INTO drive VALUES ('w-1', 'watching', 'cursor', 1, 2)");
const drives = (database: DatabaseSync): number =>
  database.prepare('SELECT * FROM drive').all().length;
const versionOf = (database: DatabaseSync): unknown =>
  database.prepare('PRAGMA user_version').get()?.['user_version'];

describe('opening', () => {
  it('makes a database where there is none', () => {
    expect(use(versionOf)).toEqual({ value: migrations.length, setAside: false });
  });

  it('keeps what is there', () => {
    use(save);
    expect(use(drives)).toEqual({ value: 1, setAside: false });
  });

  it('brings an empty file up to date', () => {
    writeFileSync(path, '');
    expect(use(versionOf)).toEqual({ value: migrations.length, setAside: false });
  });

  it('puts what is no database aside, whole, and begins anew', () => {
    writeFileSync(path, 'This is not a database, but it may be dear to someone.');
    expect(use(drives)).toEqual({ value: 0, setAside: true });
    const kept = readFileSync(`${path}.corrupt-${noon}`, 'utf8');
    expect(kept).toBe('This is not a database, but it may be dear to someone.');
  });

  it('puts a damaged database aside, whole', () => {
    use((database) => {
      const insert = database.prepare("INSERT INTO drive VALUES (?, 'watching', ?, 1, 2)");
      for (let n = 0; n < 500; n += 1) insert.run(`w-${n}`, 'x'.repeat(100));
    });
    const content = readFileSync(path);
    content.fill(0xff, 8192, 40_960);
    writeFileSync(path, content);
    expect(use(drives)).toEqual({ value: 0, setAside: true });
    expect(readFileSync(`${path}.corrupt-${noon}`)).toEqual(content);
  });

  it('refuses a newer one, and leaves it as it is', () => {
    use((database) => {
      save(database);
      database.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    });
    expect(() => use(drives)).toThrow(NewerDatabase);
    expect(readdirSync(dir)).toEqual(['drivebell.db']);
    const database = new DatabaseSync(path);
    expect(drives(database)).toBe(1);
    database.close();
  });
});

describe('a transaction', () => {
  it('writes all', () => {
    const written = use((database) => {
      const value = transaction(database, () => {
        save(database);
        return 'value';
      });
      return [value, drives(database)];
    });
    expect(written.value).toEqual(['value', 1]);
  });

  it('or nothing, and the next one works', () => {
    const left = use((database) => {
      const work = (): void => {
        save(database);
        throw new Error('half way');
      };
      expect(() => transaction(database, work)).toThrow('half way');
      const between = drives(database);
      transaction(database, () => save(database));
      return [between, drives(database)];
    });
    expect(left.value).toEqual([0, 1]);
  });
});
