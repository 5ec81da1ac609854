import type { DatabaseSync } from 'node:sqlite';
import { prepareCounts } from './counts.ts';
import { prepareFind } from './find.ts';
import { prepareGroups } from './groups.ts';
import { preparePeople } from './people.ts';
import type { Questions } from './questions.ts';

export function prepareAnswers(database: DatabaseSync): Questions {
  return {
    rows: prepareFind(database),
    groups: prepareGroups(database),
    people: preparePeople(database),
    counts: prepareCounts(database),
  };
}
