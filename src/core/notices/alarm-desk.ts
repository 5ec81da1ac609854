import type { Notifier } from '../ports.ts';
import type { Activity } from '../store/activity.ts';
import type { Alarmed, AlarmRows } from '../store/alarm-rows.ts';
import { type Alarm, type AlarmCall, decideAlarms } from './alarm.ts';
import { isFromAway, type Moment } from './silence.ts';

export interface AlarmDeskParts {
  readonly rows: AlarmRows;
  readonly activity: Pick<Activity, 'isHeld'>;
  readonly notifier: Pick<Notifier, 'alarm' | 'close'>;
}

interface Called extends Alarmed {
  readonly after: Alarm['after'];
}

/** Sounds alarms, and knows which deletions one has told of. */
export class AlarmDesk {
  readonly #parts: AlarmDeskParts;
  /** Those that may go on, by their ids; after a start of the app the rows tell. */
  #called = new Map<number, Called>();
  /** By row, the alarm that has told of it, not yet written down. */
  readonly #unwritten = new Map<number, number>();
  #alarmed: ReadonlySet<number> = new Set();

  constructor(parts: AlarmDeskParts) {
    this.#parts = parts;
  }

  look(moment: Moment): void {
    const { rows, activity } = this.#parts;
    const { wishes, now } = moment;
    const found = rows.deletionsSince(now - wishes.alarm.minutes * 60_000);
    const deletions = found
      // Of some it is being asked who did it.
      .filter(({ id }) => !activity.isHeld(id))
      .map((row) => ({ ...row, alarmId: row.alarmId ?? this.#unwritten.get(row.id) ?? null }));
    const known = new Set(deletions.map((row) => row.alarmId));
    this.#called = new Map([...this.#called].filter(([alarmId]) => known.has(alarmId)));
    try {
      for (const call of decideAlarms(deletions, wishes.alarm, now)) this.#call(call, moment);
    } finally {
      this.#alarmed = new Set([...rows.untold(), ...this.#unwritten.keys()]);
      this.#write();
    }
  }

  /** Whether an alarm has told of it. */
  hasTold(rowId: number): boolean {
    return this.#alarmed.has(rowId);
  }

  /** Takes back alarms that told of nothing but these. */
  forget(watchIds: readonly string[]): void {
    for (const [alarmId, called] of this.#called) {
      if (!called.watchIds.every((watchId) => watchIds.includes(watchId))) continue;
      this.#called.delete(alarmId);
      this.#parts.notifier.close(noticeIdOf(alarmId));
    }
  }

  #call({ alarmId, isUpdate, rows, items }: AlarmCall, moment: Moment): void {
    const before = isUpdate ? this.#before(alarmId) : nothingCalled;
    const areFromAway = rows.every((row) => isFromAway(row, moment));
    const called: Called = {
      items: before.items + items,
      actors: [...new Set([...before.actors, ...rows.map((row) => row.actor)])],
      watchIds: [...new Set([...before.watchIds, ...rows.map((row) => row.watchId)])],
      after: areFromAway ? before.after : null,
    };
    const { watchIds: _watchIds, ...said } = called;
    const driveName = rows.at(-1)?.driveName ?? '';
    this.#parts.notifier.alarm({ ...said, noticeId: noticeIdOf(alarmId), driveName, isUpdate });
    this.#called.set(alarmId, called);
    // Known here at once: a full disk must not make an alarm call again and again.
    for (const { id } of rows) this.#unwritten.set(id, alarmId);
  }

  #before(alarmId: number): Called {
    return this.#called.get(alarmId) ?? { ...this.#parts.rows.alarmed(alarmId), after: null };
  }

  #write(): void {
    if (this.#unwritten.size === 0) return;
    this.#parts.rows.mark(this.#unwritten);
    this.#unwritten.clear();
  }
}

const nothingCalled: Called = { items: 0, actors: [], watchIds: [], after: 'away' };

function noticeIdOf(alarmId: number): string {
  return `alarm-${alarmId}`;
}
