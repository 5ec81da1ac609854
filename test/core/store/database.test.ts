import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  closeDatabase,
  DatabaseUnusable,
  openDatabase,
  transaction,
} from '../../../src/core/store/database.ts';
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
  database.exec("INSERT INTO drive VALUES ('w-1', 'watching', 'cursor', 1, 2, NULL)");
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
      const insert = database.prepare("INSERT INTO drive VALUES (?, 'watching', ?, 1, 2, NULL)");
      for (let n = 0; n < 500; n += 1) insert.run(`w-${n}`, 'x'.repeat(100));
    });
    const content = readFileSync(path);
    content.fill(0xff, 8192, 40_960);
    writeFileSync(path, content);
    expect(use(drives)).toEqual({ value: 0, setAside: true });
    expect(readFileSync(`${path}.corrupt-${noon}`)).toEqual(content);
  });

  it('puts a database aside, whole, that cannot be read to its end', () => {
    use(save);
    const content = readFileSync(path).subarray(0, 5000);
    writeFileSync(path, content);
    expect(use(drives)).toEqual({ value: 0, setAside: true });
    expect(readFileSync(`${path}.corrupt-${noon}`)).toEqual(content);
  });

  it('puts aside a database that can be read, but does not pass its check', () => {
    use(save);
    const content = Buffer.concat([readFileSync(path), Buffer.alloc(4096)]);
    // One page more, that belongs to nothing.
    content.writeUInt32BE(content.readUInt32BE(28) + 1, 28);
    writeFileSync(path, content);
    expect(use(drives)).toEqual({ value: 0, setAside: true });
    expect(readFileSync(`${path}.corrupt-${noon}`)).toEqual(content);
  });
});

describe('a database that is sound, or may be, but cannot be used now', () => {
  /** Its code; and nothing has been touched. */
  function refusal(): string {
    const before = readdirSync(dir);
    try {
      openDatabase(path, noon, heardLog());
    } catch (thrown) {
      if (!(thrown instanceof DatabaseUnusable)) throw thrown;
      expect(thrown.message).toBe(thrown.code);
      expect(readdirSync(dir)).toEqual(before);
      return thrown.code;
    }
    throw new Error('The database was opened.');
  }

  it('is a newer one, and stays as it is', () => {
    use((database) => {
      save(database);
      database.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    });
    expect(refusal()).toBe('database-newer');
    const database = new DatabaseSync(path);
    expect(drives(database)).toBe(1);
    database.close();
  });

  it('is a directory in its place', () => {
    mkdirSync(path);
    writeFileSync(join(path, 'dear'), '');
    expect(refusal()).toBe('database-unusable');
    expect(readdirSync(path)).toEqual(['dear']);
  });

  it('is one beside which nothing can be written', () => {
    use(save);
    // Not even root can write a journal over a directory.
    mkdirSync(`${path}-wal`);
    expect(refusal()).toBe('database-unusable');
    rmSync(`${path}-wal`, { recursive: true });
    expect(use(drives)).toEqual({ value: 1, setAside: false });
  });

  it('is one in a folder that cannot be had', () => {
    path = join(dir, 'not', 'here.db');
    expect(refusal()).toBe('database-unusable');
  });

  it('is one that another program holds', () => {
    const other = new DatabaseSync(path);
    other.exec('BEGIN EXCLUSIVE');
    expect(refusal()).toBe('database-unusable');
    other.exec('ROLLBACK');
    other.close();
    expect(use(versionOf)).toEqual({ value: migrations.length, setAside: false });
  });

  it('is a damaged one that cannot be put aside', () => {
    writeFileSync(path, 'This is not a database.');
    mkdirSync(join(`${path}.corrupt-${noon}`, 'full'), { recursive: true });
    expect(refusal()).toBe('database-unusable');
    expect(readFileSync(path, 'utf8')).toBe('This is not a database.');
  });

  it('is one that cannot be brought up to date', () => {
    const other = new DatabaseSync(path);
    other.exec('CREATE TABLE drive (other)');
    other.close();
    expect(refusal()).toBe('database-unusable');
  });
});

describe('a large database', () => {
  /** Sound to look at, with one page more that belongs to nothing: only its check finds that. */
  function damagedLarge(megabytes: number): void {
    use((database) => {
      database.exec(`CREATE TABLE filler AS SELECT zeroblob(${megabytes * 1024 * 1024}) AS x`);
    });
    const content = Buffer.concat([readFileSync(path), Buffer.alloc(4096)]);
    content.writeUInt32BE(content.readUInt32BE(28) + 1, 28);
    writeFileSync(path, content);
  }

  it('that was closed in good order is taken at its word', () => {
    damagedLarge(33);
    expect(use(versionOf)).toEqual({ value: migrations.length, setAside: false });
  });

  it('that was not is checked', () => {
    damagedLarge(33);
    writeFileSync(`${path}-wal`, 'What nobody has written back.');
    expect(use(drives)).toEqual({ value: 0, setAside: true });
  });

  it('that was closed while another read it has nothing left beside it', () => {
    const { database } = openDatabase(path, noon, heardLog());
    const other = new DatabaseSync(path, { readOnly: true });
    save(database);
    expect(drives(other)).toBe(1);
    closeDatabase(database);
    expect(statSync(`${path}-wal`).size).toBe(0);
    other.close();
  });

  it('with an empty WAL beside it was closed in good order', () => {
    damagedLarge(33);
    writeFileSync(`${path}-wal`, '');
    expect(use(versionOf)).toEqual({ value: migrations.length, setAside: false });
  });

  it('is one of more than 32 MiB', () => {
    damagedLarge(31);
    expect(use(drives)).toEqual({ value: 0, setAside: true });
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
