import { facetsByTime, facetsTable, maskOf, partiesTable } from './facets.ts';
import type { Narrowing } from './questions.ts';
import { wordsTable } from './words.ts';

/** Where to look, what must hold, and by which id to go: part of a statement, and what it is run with. */
export interface Narrowed {
  readonly from: string;
  readonly id: string;
  readonly where: string;
  readonly values: readonly (string | number)[];
}

const inJson = '(SELECT value FROM json_each(?))';

function partyIn(what: string, names: string): string {
  return `(SELECT key FROM ${partiesTable} WHERE what = '${what}' AND name IN ${names})`;
}

/**
 * Goes through the words, what is unread, or a stretch of time where that is asked for, for that is less than all;
 * else through the facets, which are small.
 */
export function narrow(narrowing: Narrowing, needsFacets = hasFacets(narrowing)): Narrowed {
  const { match, unreadOnly, between } = narrowing;
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const sources: string[] = [];
  let id = '';
  const join = (source: string, rowId: string): void => {
    sources.push(source);
    if (id !== '') conditions.push(`${rowId} = ${id}`);
    else id = rowId;
  };
  if (match !== null) {
    join(wordsTable, `${wordsTable}.rowid`);
    conditions.push(`${wordsTable} MATCH ?`);
    values.push(match);
  }
  if (unreadOnly) {
    join(match === null ? 'activity a INDEXED BY activity_unread' : 'activity a', 'a.id');
    conditions.push('a.is_read = 0');
  }
  if (needsFacets) {
    const isByTime = between !== null && id === '';
    join(`${facetsTable} f${isByTime ? ` INDEXED BY ${facetsByTime}` : ''}`, 'f.id');
    for (const [condition, ...meant] of facetsOf(narrowing)) {
      conditions.push(condition);
      values.push(...meant);
    }
  }
  return { from: sources.join(' CROSS JOIN '), id, where: conditions.join(' AND '), values };
}

/** What the words and what is unread cannot tell alone. */
export function hasFacets(narrowing: Narrowing): boolean {
  const { between, match, unreadOnly } = narrowing;
  return !isOfAnything(narrowing) || between !== null || (match === null && !unreadOnly);
}

/** Whatever happened, wherever, and whoever did it. */
export function isOfAnything({
  kinds,
  drives,
  person,
}: Pick<Narrowing, 'kinds' | 'drives' | 'person'>): boolean {
  return kinds.length === 0 && drives.length === 0 && person === null;
}

type Condition = readonly [condition: string, ...values: (string | number)[]];

function facetsOf({ kinds, drives, person, between }: Narrowing): readonly Condition[] {
  const found: Condition[] = [['true']];
  if (kinds.length > 0) found.push(['(f.kinds & ?) <> 0', maskOf(kinds)]);
  if (drives.length > 0) {
    found.push([`f.drive IN ${partyIn('drive', inJson)}`, JSON.stringify(drives)]);
  }
  if (person !== null) found.push([`f.person = ${partyIn('person', '(?)')}`, person]);
  if (between !== null) found.push(['f.at >= ? AND f.at < ?', ...between]);
  return found;
}
