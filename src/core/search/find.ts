import type { DatabaseSync } from 'node:sqlite';
import type { ActivityRow } from '../../shared/activity.ts';
import { activityRows, rowColumns } from '../store/activity-row.ts';
import { prepareRows } from '../store/database.ts';

const mostWords = 10;

/** What to look for, below an id: newest first. */
export interface Finding {
  /** See `matchOf`. */
  readonly match: string;
  readonly before: number | null;
  readonly limit: number;
}

/** Words that begin like each of the text's, in the index's own language; null: there is no word in it. */
export function matchOf(text: string): string | null {
  const words = text.match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu) ?? [];
  if (words.length === 0) return null;
  return words
    .slice(0, mostWords)
    .map((word) => `"${word}"*`)
    .join(' AND ');
}

export function prepareFind(database: DatabaseSync): (finding: Finding) => readonly ActivityRow[] {
  const find = prepareRows(
    database,
    `SELECT ${rowColumns} FROM activity WHERE id IN (
       SELECT rowid FROM words WHERE words MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?
     ) ORDER BY id DESC`,
  );
  return ({ match, before, limit }) =>
    activityRows(find.all(match, before ?? Number.MAX_SAFE_INTEGER, limit));
}
