import type { DatabaseSync } from 'node:sqlite';
import type { ActivityGroup, GroupBy } from '../../shared/activity-query.ts';
import { prepareRows } from '../store/database.ts';
import { facetsTable, partiesTable } from './facets.ts';
import { isOfAnything, narrow } from './narrow.ts';
import type { Narrowing, Questions } from './questions.ts';

const mostGroups = 200;

/** Counted among all that is kept: by the facets, or, where nothing is narrowed, once and for all. */
export function prepareGroups(database: DatabaseSync): Questions['groups'] {
  return (by, narrowing) => {
    const { sql, values } = isAll(narrowing) ? { sql: kept, values: [by] } : counted(by, narrowing);
    const rows = prepareRows(
      database,
      `SELECT p.name, iif(p.what = 'drive', a.drive_name, p.name), n, g.newest, a.at
       FROM (${sql}) g JOIN ${partiesTable} p USING (key) JOIN activity a ON a.id = g.newest
       ORDER BY g.newest DESC LIMIT ${mostGroups + 1}`,
    ).all(...values);
    const groups = (rows as unknown as readonly Group[]).map(asGroup);
    return { groups: groups.slice(0, mostGroups), hasMore: groups.length > mostGroups };
  };
}

type Group = readonly [key: string, name: string, count: number, newest: number, at: number];

function asGroup([key, name, count, newest, at]: Group): ActivityGroup {
  return { key, name, count, newest, at };
}

const kept = `SELECT key, count AS n, (SELECT max(id) FROM ${facetsTable} f WHERE f.id <= newest
    AND iif(what = 'drive', f.drive, f.person) = key) AS newest
  FROM ${partiesTable} WHERE what = ? AND count > 0`;

function counted(by: GroupBy, narrowing: Narrowing) {
  const { from, id, where, values } = narrow(narrowing, true);
  const sql = `SELECT f.${by} AS key, count(*) AS n, max(${id}) AS newest FROM ${from} WHERE ${where} GROUP BY 1`;
  return { sql, values };
}

function isAll(narrowing: Narrowing): boolean {
  const { match, unreadOnly, between } = narrowing;
  return isOfAnything(narrowing) && match === null && !unreadOnly && between === null;
}
