import type { DatabaseSync } from 'node:sqlite';
import type { Change } from '../../../src/core/reading/classify.ts';
import type { Reader } from '../../../src/core/reading/reader.ts';
import type { Clock, Log } from '../../../src/core/ports.ts';
import { ServerClock } from '../../../src/core/time/server-clock.ts';
import { Activity } from '../../../src/core/store/activity.ts';
import { openDatabase } from '../../../src/core/store/database.ts';
import { DriveStates } from '../../../src/core/store/drive-state.ts';
import { NamesStates } from '../../../src/core/store/names-state.ts';
import { ItemMemory } from '../../../src/core/store/item-memory.ts';
import type { ActivityRow } from '../../../src/shared/activity.ts';

export const noon = Date.UTC(2026, 10, 21, 12);

export interface HandClock extends Clock {
  ms: number;
}

export function handClock(ms = noon): HandClock {
  return {
    ms,
    now() {
      return this.ms;
    },
  };
}

/** The clock of tests in virtual time. */
export const timerClock: Clock = { now: () => Date.now() };

/** Microsoft's time, where nobody asks whether this clock is wrong. */
export function serverClockOn(clock: Clock): ServerClock {
  return new ServerClock(clock, () => undefined);
}

export interface HeardLog extends Log {
  readonly events: string[];
  readonly text: () => string;
}

export function heardLog(): HeardLog {
  const events: string[] = [];
  const lines: string[] = [];
  const hear: Log['info'] = (event, details) => {
    events.push(event);
    lines.push(`${event} ${JSON.stringify(details ?? {})}`);
  };
  const log: HeardLog = {
    events,
    text: () => lines.join('\n'),
    info: hear,
    warn: hear,
    child: () => log,
  };
  return log;
}

export interface Store {
  readonly database: DatabaseSync;
  readonly activity: Activity;
  readonly memory: ItemMemory;
  readonly states: DriveStates;
  readonly names: NamesStates;
  readonly readers: () => readonly Reader[];
  readonly tellsOwn: () => boolean;
  readonly watchId: string;
  readonly driveId: string;
  readonly accountId: string;
  readonly scopeId: string | null;
  readonly driveName: string;
}

/** The real store, in memory. */
export function openStore(watchId = 'w-1'): Store {
  const { database } = openDatabase(':memory:', noon, heardLog());
  return {
    database,
    activity: new Activity(database),
    memory: new ItemMemory(database, watchId),
    states: new DriveStates(database),
    names: new NamesStates(database),
    watchId,
    driveId: 'drive-1',
    accountId: 'a-1',
    scopeId: null,
    driveName: 'Finance',
    readers: () => [{ userId: 'me', emails: [] }],
    tellsOwn: () => false,
  };
}

/** What comes of steps, once all are taken. */
export function ended<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** What a person would see of rows: the kinds and the name. */
export function said(rows: readonly Pick<ActivityRow, 'kinds' | 'name'>[]): readonly string[] {
  return rows.map((row) => `${row.kinds.join('+')} ${row.name ?? '?'}`);
}

let changes = 0;

/** Of an item of its own, if nothing else is said. */
export function change(parts: Partial<Change> = {}): Change {
  changes += 1;
  return {
    itemId: `file-${changes}`,
    parentId: 'root',
    isMine: false,
    kinds: ['edited'],
    itemKind: 'file',
    name: 'Budget.xlsx',
    oldName: null,
    place: [],
    oldPlace: null,
    actor: 'Ada',
    own: false,
    descendants: 0,
    at: noon,
    version: null,
    notBefore: null,
    webUrl: 'https://contoso.sharepoint.com/Budget.xlsx',
    ...parts,
  };
}

export function row(parts: Partial<ActivityRow> = {}): ActivityRow {
  return {
    id: 1,
    watchId: 'w-1',
    driveName: 'Finance',
    kinds: ['edited'],
    itemKind: 'file',
    name: 'Budget.xlsx',
    oldName: null,
    place: [],
    oldPlace: null,
    actor: 'Ada',
    own: false,
    times: 1,
    descendants: 0,
    at: noon,
    read: false,
    canOpen: true,
    ...parts,
  };
}
