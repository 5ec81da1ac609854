import type { Silence } from '../../shared/wishes.ts';
import { beginNotice, fileKey, joinNotice, type Notice } from './notice.ts';
import type { TellableRow } from '../store/activity-row.ts';
import { type IsWithin, type Rule, ruleFor } from './rules.ts';

/** What became of one change, kept with it so that it can be explained. */
export interface RowDecision {
  readonly rowId: number;
  /** `held`: it is told later, with others. */
  readonly outcome: 'told' | 'listed' | 'ignored' | 'held';
  /** The rule that decided; null: none fits. */
  readonly ruleId: string | null;
  readonly silence: Silence | null;
}

/** The gathering under way in one drive: its toast stands for all that joins it. */
interface Gathering {
  readonly noticeId: string;
  readonly startedAt: number;
  readonly lastAt: number;
}

interface ToldFile {
  readonly noticeId: string;
  readonly at: number;
}

/** What has been shown lately. */
export interface Shown {
  readonly gatherings: ReadonlyMap<string, Gathering>;
  /** Files that somebody works on. */
  readonly files: ReadonlyMap<string, ToldFile>;
  /** Those that may still change, by their ids. */
  readonly notices: ReadonlyMap<string, Notice>;
  /** When toasts were shown, in ms since 1970. */
  readonly at: readonly number[];
}

export const nothingShown: Shown = {
  gatherings: new Map(),
  files: new Map(),
  notices: new Map(),
  at: [],
};

export interface Circumstances {
  readonly rules: readonly Rule[];
  readonly isWithin: IsWithin;
  /** Why this change is not for now; null: it is. */
  readonly silenceOf: (row: TellableRow) => Silence | null;
  /** An alarm tells of it. */
  readonly isAlarmed: (row: TellableRow) => boolean;
  readonly now: number;
}

export interface Decision {
  readonly show: readonly Notice[];
  readonly rows: readonly RowDecision[];
  readonly shown: Shown;
}

const windowMs = 8000;
const longestWindowMs = 30_000;
const sameFileMs = 10 * 60_000;
const minuteMs = 60_000;
const mostPerMinute = 6;
/** The gathering that everything joins while toasts are too many. */
const allDrives = '*';

/**
 * What to make of the changes of one drive, found together. A quiet drive's first change is told at
 * once; what follows while people are still at it joins the same toast. Where the person was
 * mentioned has a toast of its own.
 */
export function decide(rows: readonly TellableRow[], before: Shown, at: Circumstances): Decision {
  const decisions = rows.map((row) => decideRow(row, at));
  const told = rows.filter(
    (row, index) => decisions[index]?.outcome === 'told' && !at.isAlarmed(row),
  );
  const telling = new Telling(before, at.now);
  for (const these of inGroups(told.filter((row) => isMention(row)))) telling.tellAlone(these);
  const others = told.filter((row) => !isMention(row));
  for (const row of others.filter((one) => telling.isKnown(one))) telling.tellAgain(row);
  for (const these of inGroups(others.filter((row) => !telling.isKnown(row)))) telling.tell(these);
  return { show: telling.show, rows: decisions, shown: telling.shown };
}

function decideRow(row: TellableRow, at: Circumstances): RowDecision {
  const rule = ruleFor(row, at.rules, at);
  const ruleId = rule?.ruleId ?? null;
  const decided = { rowId: row.id, ruleId, silence: null };
  if (rule?.action === 'ignore') return { ...decided, outcome: 'ignored' };
  if (rule?.action === 'list') return { ...decided, outcome: 'listed' };
  const silence = at.isAlarmed(row) ? null : at.silenceOf(row);
  return { ...decided, outcome: silence === null ? 'told' : 'held', silence };
}

/** One decision's notices, as they come to be. */
class Telling {
  readonly #now: number;
  readonly #show = new Map<string, Notice>();
  readonly #gatherings: Map<string, Gathering>;
  readonly #files: Map<string, ToldFile>;
  readonly #notices: Map<string, Notice>;
  #at: readonly number[];

  constructor({ gatherings, files, notices, at }: Shown, now: number) {
    this.#now = now;
    this.#gatherings = new Map([...gatherings].filter(([key, one]) => this.#isOpen(key, one)));
    this.#files = new Map([...files].filter(([, file]) => this.#isWithin(file.at, sameFileMs)));
    this.#notices = new Map(notices);
    this.#at = at.filter((one) => this.#isWithin(one, minuteMs));
  }

  get show(): readonly Notice[] {
    return [...this.#show.values()];
  }

  get shown(): Shown {
    const current = [...this.#gatherings.values(), ...this.#files.values()];
    const ids = new Set(current.map(({ noticeId }) => noticeId));
    return {
      gatherings: this.#gatherings,
      files: this.#files,
      notices: new Map([...this.#notices].filter(([noticeId]) => ids.has(noticeId))),
      at: this.#at,
    };
  }

  /** Told of a while ago, by a toast that nothing else joins any more. */
  isKnown(row: TellableRow): boolean {
    const file = isWork(row) ? this.#files.get(fileKey(row)) : undefined;
    if (!file) return false;
    return [...this.#gatherings.values()].every(({ noticeId }) => noticeId !== file.noticeId);
  }

  tellAlone(rows: readonly TellableRow[]): void {
    this.#showNew(beginNotice(rows));
  }

  tellAgain(row: TellableRow): void {
    const file = this.#files.get(fileKey(row));
    const notice = file && this.#notices.get(file.noticeId);
    if (notice) this.#showAgain({ ...joinNotice(notice, [row]), isQuiet: true });
  }

  tell(rows: readonly TellableRow[]): void {
    const [first] = rows;
    if (!first) return;
    const key = this.#isTooMuch(first.watchId) ? allDrives : first.watchId;
    const open = this.#gatherings.get(key);
    const before = open && this.#notices.get(open.noticeId);
    const notice = before ? joinNotice(before, rows) : beginNotice(rows);
    const { noticeId } = notice;
    const startedAt = open?.startedAt ?? this.#now;
    this.#gatherings.set(key, { noticeId, startedAt, lastAt: this.#now });
    if (before) this.#showAgain(notice);
    else this.#showNew(notice);
    for (const row of rows)
      if (isWork(row)) this.#files.set(fileKey(row), { noticeId, at: this.#now });
  }

  #showNew(notice: Notice): void {
    this.#showAgain(notice);
    this.#at = [...this.#at, this.#now];
  }

  #showAgain(notice: Notice): void {
    this.#show.set(notice.noticeId, notice);
    this.#notices.set(notice.noticeId, notice);
  }

  /** What has a toast goes on with it. */
  #isTooMuch(watchId: string): boolean {
    if (this.#gatherings.has(watchId)) return false;
    return this.#gatherings.has(allDrives) || this.#at.length >= mostPerMinute;
  }

  #isOpen(key: string, { startedAt, lastAt }: Gathering): boolean {
    if (key === allDrives) return this.#isWithin(lastAt, minuteMs);
    return this.#isWithin(lastAt, windowMs) && this.#isWithin(startedAt, longestWindowMs);
  }

  // A clock that was set back makes nothing younger.
  #isWithin(at: number, ms: number): boolean {
    return at <= this.#now && this.#now - at < ms;
  }
}

/** Somebody at work on a file saves it again and again. */
function isWork({ kinds }: TellableRow): boolean {
  return kinds.every((kind) => kind === 'edited' || kind === 'changed');
}

function isMention({ kinds }: TellableRow): boolean {
  return kinds.includes('mentioned');
}

function inGroups(rows: readonly TellableRow[]): readonly (readonly TellableRow[])[] {
  return [...Map.groupBy(rows, (row) => row.watchId).values()];
}
