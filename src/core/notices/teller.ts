import type { Clock, Notifier } from '../ports.ts';
import type { Activity } from '../store/activity.ts';
import type { TellableRow } from '../store/activity-row.ts';
import type { Decisions, Kept } from '../store/decisions.ts';
import type { ToldNotice } from '../store/told-notices.ts';
import { AlarmDesk } from './alarm-desk.ts';
import { type Circumstances, decide, type RowDecision } from './decide.ts';
import { beginNotice, fileKey, joinNotice, type Notice } from './notice.ts';
import type { Places } from './rules.ts';
import { dueAt, isJustBack, type Moment, silenceOf } from './silence.ts';
import { nothingShown, type Shown } from './telling.ts';
import { askedOnce } from './places.ts';

const noticesKept = 200;

export interface TellerParts extends Places {
  readonly activity: Activity;
  readonly decisions: Decisions;
  readonly notifier: Pick<Notifier, 'show' | 'alarm' | 'close'>;
  readonly clock: Clock;
  readonly moment: () => Omit<Moment, 'backAt' | 'now'>;
  /** Told once of each row, at the moment when it is decided. */
  readonly onDecided: (rows: readonly TellableRow[], decisions: readonly RowDecision[]) => void;
}

/** Turns activity into notices and sees that each is shown, or was meant not to be, exactly once. */
export class Teller {
  readonly #parts: TellerParts;
  readonly #alarms: AlarmDesk;
  readonly #known = new Map<string, Notice>();
  /** Shown, and not yet written down as such. */
  readonly #unwritten = new Map<string, ToldNotice>();
  /** Decided, and not yet written down as such. */
  readonly #decided = new Map<number, RowDecision>();
  #shown: Shown = nothingShown;
  #backAt: number;
  /** Tells what happened while the reader was away, since the last return; drives are read one after another. */
  #awayId: string | null = null;
  /** What was kept and is told, and not yet written down as such. */
  #keptTold: readonly number[] = [];

  constructor(parts: TellerParts) {
    this.#parts = parts;
    this.#alarms = new AlarmDesk({ ...parts, rows: parts.decisions.alarms });
    this.#backAt = parts.clock.now();
  }

  /** The computer is back after a while, and so is the reader. */
  back(): void {
    this.#backAt = this.#parts.clock.now();
    this.#awayId = null;
  }

  /** Tells everything written down and not yet told, be it of this run or of an earlier one. */
  tell(): void {
    const untold = this.#parts.activity.untold().filter((row) => !this.#decided.has(row.id));
    const failures: unknown[] = [];
    const attempts = [
      () => this.#alarms.look(this.#moment()),
      ...[...Map.groupBy(untold, (row) => row.driveId).values()].map(
        (rows) => () => this.#tellDrive(rows),
      ),
      () => this.#writeDecided(),
      () => this.#tellKept(),
      () => this.#writeShown(),
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
    this.#alarms.forget(watchIds);
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
    const isAway = kept.keptFor === 'away' && isJustBack(this.#moment());
    const before = isAway && this.#awayId !== null ? this.notice(this.#awayId) : null;
    const notice = summary(kept, before);
    this.#show(notice);
    if (isAway) this.#awayId = notice.noticeId;
    this.#keptTold = kept.rows.map(({ id }) => id);
    this.#writeKept();
  }

  #writeShown(): void {
    if (this.#unwritten.size === 0) return;
    this.#parts.decisions.notices.write(this.#unwritten);
    this.#unwritten.clear();
  }

  #writeKept(): void {
    if (this.#keptTold.length > 0) this.#parts.decisions.keptAreTold(this.#keptTold);
    this.#keptTold = [];
  }

  #show(notice: Notice): void {
    this.#parts.notifier.show(notice);
    const { noticeId, count } = notice;
    this.#known.delete(noticeId);
    this.#known.set(noticeId, notice);
    const newest = notice.changes.at(-1);
    if (newest) this.#unwritten.set(noticeId, { rowId: newest.id, count });
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
      ...askedOnce(this.#parts),
      silenceOf: (row) => silenceOf(row, moment),
      isAlarmed: ({ id }) => this.#alarms.hasTold(id),
      now: moment.now,
    };
  }
}

/** One change is told as itself. */
function summary({ rows, keptFor }: Kept, before: Notice | null): Notice {
  if (!before) return beginNotice(rows, rows.length > 1 ? keptFor : null);
  const files = new Set(before.changes.map((row) => fileKey(row)));
  return { ...joinNotice(before, rows, (row) => files.has(fileKey(row))), after: keptFor };
}
