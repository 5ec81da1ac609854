import type { DatabaseSync } from 'node:sqlite';
import type { ActivityPage } from '../../shared/activity-query.ts';
import type { ActivityRow } from '../../shared/activity.ts';
import { activityRows, rowColumns } from '../store/activity-row.ts';
import { prepareRows } from '../store/database.ts';
import { isOfAnything, narrow } from './narrow.ts';
import type { Narrowing, RowsAsked } from './questions.ts';

const mostWords = 10;
/** So many ids are looked through at once; after a few such stretches, one of words, what was found so far is the answer. */
const stretch = 50_000;
const mostStretches = 5;

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

/** Rows from the first id until before the second, newest first, and at most how many. */
export function findSql(narrowing: Narrowing): string {
  const { from, id, where } = narrow(narrowing);
  return `SELECT ${rowColumns} FROM activity WHERE id IN (
     SELECT ${id} FROM ${from} WHERE ${where} AND ${id} >= ? AND ${id} < ? ORDER BY ${id} DESC LIMIT ?
   ) ORDER BY id DESC`;
}

/** Asked for at once, they would be looked for in the whole table. */
export const endsSql = 'SELECT (SELECT min(id) FROM activity), (SELECT max(id) FROM activity)';

export function prepareFind(database: DatabaseSync): (asked: RowsAsked) => ActivityPage {
  const ends = prepareRows(database, endsSql);
  return (asked) => {
    const [lowest, highest] = ends.get() as unknown as readonly [number | null, number | null];
    if (lowest === null || highest === null) return { rows: [], next: null };
    const { limit, before } = asked;
    const statement = prepareRows(database, findSql(asked));
    const { values } = narrow(asked);
    const rows: ActivityRow[] = [];
    let until = Math.min(before ?? Infinity, highest + 1);
    for (let n = 0; until > lowest && n < (asked.match === null ? mostStretches : 1); n += 1) {
      const from = isSelective(asked) ? lowest : Math.max(lowest, until - stretch);
      rows.push(...activityRows(statement.all(...values, from, until, limit - rows.length)));
      const last = rows.at(-1);
      if (last && rows.length >= limit) return { rows, next: last.id > lowest ? last.id : null };
      until = from;
    }
    return { rows, next: until > lowest ? until : null };
  };
}

/** What is gone through holds nothing that is not wanted. */
function isSelective(narrowing: Narrowing): boolean {
  const { between, match, unreadOnly } = narrowing;
  if (between !== null) return match === null && !unreadOnly;
  return isOfAnything(narrowing) && (match === null || !unreadOnly);
}
