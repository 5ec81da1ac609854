import type { DatabaseSync } from 'node:sqlite';
import type { DayPart } from '../../shared/activity-query.ts';
import { prepareRows } from '../store/database.ts';
import { facetsByTime, facetsTable, partiesTable } from './facets.ts';
import type { Questions } from './questions.ts';

/** How many changes each drive has had. */
export const countsSql = `
  SELECT p.name, (SELECT drive_name FROM activity a WHERE a.id = g.newest), n FROM (
    SELECT f.drive AS key, count(*) AS n, max(f.id) AS newest
    FROM ${facetsTable} f INDEXED BY ${facetsByTime} WHERE f.at >= ? AND f.at < ? GROUP BY 1
  ) g JOIN ${partiesTable} p USING (key)`;

export function prepareCounts(database: DatabaseSync): Questions['counts'] {
  return (moments) => {
    const count = prepareRows(database, countsSql);
    return moments.slice(1).map((to, index) => {
      const rows = count.all(moments[index] ?? to, to) as unknown as readonly Counted[];
      return rows.map(asPart);
    });
  };
}

type Counted = readonly [watchId: string, name: string, count: number];

function asPart([watchId, name, count]: Counted): DayPart {
  return { watchId, name, count };
}
