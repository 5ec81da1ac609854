import type { DatabaseSync } from 'node:sqlite';
import { prepareRows } from '../store/database.ts';
import { partiesTable } from './facets.ts';
import type { Questions } from './questions.ts';

const mostPeople = 50;

/** Those whose name has all of these words in it, however they are accented; who was at work last comes first. */
export function preparePeople(database: DatabaseSync): Questions['people'] {
  return (text) => {
    const words = plain(text).split(/\s+/u);
    const names = prepareRows(
      database,
      `SELECT name FROM ${partiesTable}
       WHERE what = 'person' AND name <> '' AND count > 0 ORDER BY newest DESC`,
    ).all() as unknown as readonly (readonly [string])[];
    return names
      .map(([name]) => name)
      .filter((name) => words.every((word) => plain(name).includes(word)))
      .slice(0, mostPeople);
  };
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}
