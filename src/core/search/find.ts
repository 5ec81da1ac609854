import type { DatabaseSync } from 'node:sqlite';
import type { ActivityRow } from '../../shared/activity.ts';
import { activityRows, rowColumns } from '../store/activity-row.ts';
import { prepareRows } from '../store/database.ts';
import { wordsTable } from './words.ts';

const mostWords = 10;

/** What to look for, below an id: newest first. */
export interface Finding {
  /** See `matchOf`. */
  readonly match: string;
  readonly before: number | null;
  readonly limit: number;
}

/** What became of one question. */
export type Found =
  | { readonly ok: true; readonly rows: readonly ActivityRow[] }
  | { readonly ok: false; readonly code: string };

/** Words that begin like each of the text's, in the index's own language; null: there is no word in it. */
export function matchOf(text: string): string | null {
  // Classes as the index has them: what it took for two words would be a phrase, of which it knows nothing.
  const words = text.normalize('NFC').match(/[\p{L}\p{N}\p{Mn}\p{Mc}\p{Co}]+/gu) ?? [];
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
       SELECT rowid FROM ${wordsTable} WHERE ${wordsTable} MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?
     ) ORDER BY id DESC`,
  );
  return ({ match, before, limit }) =>
    activityRows(find.all(match, before ?? Number.MAX_SAFE_INTEGER, limit));
}
