import type { Person } from '../graph/wire.ts';
import { oneSpelling } from '../graph/same-id.ts';

/** One of the accounts a person signs in as. */
export interface Reader {
  readonly userId: string;
  readonly emails: readonly string[];
}

export function isOwn(person: Person | null, readers: readonly Reader[]): boolean {
  return person !== null && readers.some((reader) => isSame(person, reader));
}

function isSame(person: Person, reader: Reader): boolean {
  if (person.id !== null && oneSpelling(person.id) === oneSpelling(reader.userId)) return true;
  // A guest has another id in each organisation.
  return reader.emails.some((email) => person.email !== null && sameText(email, person.email));
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
