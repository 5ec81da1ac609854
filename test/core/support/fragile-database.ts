import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** Called around everything that writes; may throw. */
export interface Touch {
  readonly before: (sql: string) => void;
  readonly after?: (sql: string) => void;
}

const isWrite = /^\s*(INSERT|UPDATE|DELETE|REPLACE|BEGIN|COMMIT)/i;
const steps = ['run', 'get', 'all'] as const;

/** Makes a database tell of each write. Call it before anything is prepared. */
export function touchWrites(database: DatabaseSync, { before, after }: Touch): void {
  const around = <T>(sql: string, work: () => T): T => {
    before(sql);
    const result = work();
    after?.(sql);
    return result;
  };
  const prepare = database.prepare.bind(database);
  const exec = database.exec.bind(database);
  database.exec = (sql) => (isWrite.test(sql) ? around(sql, () => exec(sql)) : exec(sql));
  database.prepare = (sql, ...more) => {
    const statement = prepare(sql, ...more);
    if (isWrite.test(sql)) touchStatement(statement, (work) => around(sql, work));
    return statement;
  };
}

function touchStatement(statement: StatementSync, around: <T>(work: () => T) => T): void {
  for (const step of steps) {
    const original = statement[step].bind(statement) as (...values: unknown[]) => unknown;
    Object.defineProperty(statement, step, {
      value: (...values: unknown[]) => around(() => original(...values)),
    });
  }
}
