import type { TellableRow } from '../store/activity-row.ts';
import { beginNotice, fileKey, joinNotice, type Notice } from './notice.ts';

/** The gathering under way in one drive: its toast stands for all that joins it. */
interface Gathering {
  readonly noticeId: string;
  readonly startedAt: number;
  readonly lastAt: number;
}

interface ToldFile {
  readonly noticeId: string;
  readonly at: number;
  /** The toast tells that it was made, and so all that the same person does to it at first. */
  readonly isMade: boolean;
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

const windowMs = 8000;
const longestWindowMs = 30_000;
const sameFileMs = 10 * 60_000;
/** More than that nobody works on at once. */
const mostFiles = 2000;
const minuteMs = 60_000;
const mostPerMinute = 6;
/** The gathering that everything joins while toasts are too many. */
const allDrives = '*';

/** One decision's notices, as they come to be. */
export class Telling {
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
    if (notice) this.#showAgain({ ...this.#join(notice, [row]), isQuiet: true });
  }

  tell(rows: readonly TellableRow[]): void {
    const [first] = rows;
    if (!first) return;
    const key = this.#isTooMuch(first.driveId) ? allDrives : first.driveId;
    const open = this.#gatherings.get(key);
    const before = open && this.#notices.get(open.noticeId);
    const notice = before ? this.#join(before, rows) : beginNotice(rows);
    const { noticeId } = notice;
    const startedAt = open?.startedAt ?? this.#now;
    this.#gatherings.set(key, { noticeId, startedAt, lastAt: this.#now });
    if (before) this.#showAgain(notice);
    else this.#showNew(notice);
    for (const row of rows) this.#remember(row, noticeId);
  }

  #remember(row: TellableRow, noticeId: string): void {
    if (row.kinds.includes('deleted') || this.#isPartOf(noticeId, row)) return;
    const key = fileKey(row);
    this.#files.delete(key);
    this.#files.set(key, { noticeId, at: this.#now, isMade: isMaking(row) });
    const [oldest] = this.#files.keys();
    if (this.#files.size > mostFiles && oldest !== undefined) this.#files.delete(oldest);
  }

  /** It goes on with what the notice says was made. */
  #isPartOf(noticeId: string, row: TellableRow): boolean {
    const file = isWork(row) ? this.#files.get(fileKey(row)) : undefined;
    return file?.noticeId === noticeId && file.isMade;
  }

  #join(notice: Notice, rows: readonly TellableRow[]): Notice {
    const { noticeId } = notice;
    const news = rows.filter((row) => !this.#isPartOf(noticeId, row));
    if (news.length === 0) return { ...notice, isUpdate: true, isQuiet: true };
    return joinNotice(notice, news, (row) => this.#files.get(fileKey(row))?.noticeId === noticeId);
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
  #isTooMuch(driveId: string): boolean {
    if (this.#gatherings.has(driveId)) return false;
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

function isMaking({ kinds }: TellableRow): boolean {
  return kinds.includes('created') || kinds.includes('appeared');
}

/** Somebody at work on a file saves it again and again. */
function isWork({ kinds }: TellableRow): boolean {
  return kinds.every((kind) => kind === 'edited' || kind === 'changed');
}
