import { once } from '../reading/memory-asked-once.ts';
import type { Clock, Notifier } from '../ports.ts';
import type { Activity } from '../store/activity.ts';
import type { TellableRow } from '../store/activity-row.ts';
import type { Decisions, Kept } from '../store/decisions.ts';
import { type Alarms, decideAlarms } from './alarm.ts';
import {
  type Circumstances,
  decide,
  nothingShown,
  type RowDecision,
  type Shown,
} from './decide.ts';
import { beginNotice, type Notice } from './notice.ts';
import type { IsWithin } from './rules.ts';
import { dueAt, type Moment, silenceOf } from './silence.ts';

const noticesKept = 200;

export interface TellerParts {
  readonly activity: Activity;
  readonly decisions: Decisions;
  readonly notifier: Pick<Notifier, 'show' | 'alarm' | 'close'>;
  readonly clock: Clock;
  readonly isWithin: IsWithin;
  readonly moment: () => Omit<Moment, 'backAt' | 'now'>;
  /** Told once of each row, at the moment when it is decided. */
  readonly onDecided: (rows: readonly TellableRow[], decisions: readonly RowDecision[]) => void;
}

/** Turns activity into notices and sees that each is shown, or was meant not to be, exactly once. */
export class Teller {
  readonly #parts: TellerParts;
  readonly #known = new Map<string, Notice>();
  /** Decided, and not yet written down as such. */
  readonly #decided = new Map<number, RowDecision>();
  #shown: Shown = nothingShown;
  #alarms: Alarms = new Map();
  #backAt: number;
  /** What was kept and is told, and not yet written down as such. */
  #keptTold: readonly number[] = [];

  constructor(parts: TellerParts) {
    this.#parts = parts;
    this.#backAt = parts.clock.now();
  }

  /** The computer is back after a while, and so is the reader. */
  back(): void {
    this.#backAt = this.#parts.clock.now();
  }

  /** Tells everything written down and not yet told, be it of this run or of an earlier one. */
  tell(): void {
    const untold = this.#parts.activity.untold().filter((row) => !this.#decided.has(row.id));
    const failures: unknown[] = [];
    const attempts = [
      () => this.#alarm(),
      ...[...Map.groupBy(untold, (row) => row.watchId).values()].map(
        (rows) => () => this.#tellDrive(rows),
      ),
      () => this.#writeDecided(),
      () => this.#tellKept(),
    ];
    for (const attempt of attempts) {
      try {
        attempt();
      } catch (thrown) {
        // One drive's toast that cannot be shown must not silence the others.
        failures.push(thrown);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  /** When there will be something to tell if nothing else happens, in ms since 1970; null: nothing is kept. */
  nextAt(): number | null {
    const since = this.#parts.decisions.keptSince();
    return since === null ? null : dueAt(since, this.#moment());
  }

  /** The notice a toast stands for, if it is still known. */
  notice(noticeId: string): Notice | null {
    return this.#known.get(noticeId) ?? null;
  }

  /** Takes back the toasts of drives whose activity is gone. */
  forget(watchIds: readonly string[]): void {
    for (const { noticeId, drives } of this.#known.values()) {
      if (drives.every((drive) => !watchIds.includes(drive.watchId))) continue;
      this.#known.delete(noticeId);
      this.#parts.notifier.close(noticeId);
      // Nothing may join it any more.
      this.#shown = nothingShown;
    }
    for (const { watchId, noticeId } of this.#alarms.values())
      if (watchIds.includes(watchId)) this.#parts.notifier.close(noticeId);
    this.#alarms = new Map([...this.#alarms].filter(([watchId]) => !watchIds.includes(watchId)));
  }

  #alarm(): void {
    const { activity, decisions, notifier } = this.#parts;
    const { wishes, now } = this.#moment();
    if (!wishes.alarm.isOn) {
      this.#alarms = new Map();
      return;
    }
    const deletions = decisions.deletionsSince(now - wishes.alarm.minutes * 60_000);
    // Of some it is being asked who did it.
    const known = deletions.filter(({ id }) => !activity.isHeld(id));
    const { show, alarms } = decideAlarms(known, this.#alarms, wishes.alarm, now);
    for (const alarm of show) notifier.alarm(alarm);
    this.#alarms = alarms;
  }

  #tellDrive(rows: readonly TellableRow[]): void {
    const { onDecided } = this.#parts;
    const decision = decide(rows, this.#shown, this.#circumstances());
    for (const notice of decision.show) this.#show(notice);
    this.#shown = decision.shown;
    // Known here at once: a full disk must not make a notice come again and again.
    for (const row of decision.rows) this.#decided.set(row.rowId, row);
    onDecided(rows, decision.rows);
    this.#writeDecided();
  }

  #writeDecided(): void {
    if (this.#decided.size === 0) return;
    this.#parts.decisions.record([...this.#decided.values()], this.#parts.clock.now());
    this.#decided.clear();
  }

  #tellKept(): void {
    const { decisions } = this.#parts;
    this.#writeKept();
    const since = decisions.keptSince();
    const due = since === null ? null : dueAt(since, this.#moment());
    if (due === null || due > this.#parts.clock.now()) return;
    const kept = decisions.kept();
    this.#show(summary(kept));
    this.#keptTold = kept.rows.map(({ id }) => id);
    this.#writeKept();
  }

  #writeKept(): void {
    if (this.#keptTold.length > 0) this.#parts.decisions.keptAreTold(this.#keptTold);
    this.#keptTold = [];
  }

  #show(notice: Notice): void {
    this.#parts.notifier.show(notice);
    this.#known.delete(notice.noticeId);
    this.#known.set(notice.noticeId, notice);
    const [oldest] = this.#known.keys();
    if (this.#known.size > noticesKept && oldest !== undefined) this.#known.delete(oldest);
  }

  #moment(): Moment {
    return { ...this.#parts.moment(), backAt: this.#backAt, now: this.#parts.clock.now() };
  }

  #circumstances(): Circumstances {
    const moment = this.#moment();
    return {
      rules: moment.wishes.rules,
      isWithin: askedOnce(this.#parts.isWithin),
      silenceOf: (row) => silenceOf(row, moment),
      isAlarmed: ({ id, watchId, kinds }) =>
        kinds.includes('deleted') && id <= (this.#alarms.get(watchId)?.rowId ?? -1),
      now: moment.now,
    };
  }
}

/** One change is told as itself. */
function summary({ rows, silence }: Kept): Notice {
  return beginNotice(rows, rows.length > 1 ? silence : null);
}

/** Many rows lie in the same folders, and many rules ask for the same. */
function askedOnce(isWithin: IsWithin): IsWithin {
  const ask = once((watchId: string) =>
    once((itemId: string) =>
      once((folderId: string | null) => isWithin(watchId, folderId, itemId)),
    ),
  );
  return (watchId, folderId, itemId) => ask(watchId)(itemId)(folderId);
}
