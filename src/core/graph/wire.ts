import { safeText } from '../safe-text.ts';

export type Fields = Readonly<Record<string, unknown>>;

/*
 * Single values of an item. Whatever is not as expected counts as not said: a known item must never
 * seem to be missing. All else that is answered is checked by schemas, which would be most of the work
 * where a reading lists hundreds of thousands.
 */

export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : null;
}

/** Without halves of characters, which neither an address nor the database could hold. */
export function textOf(value: unknown, longest = Number.POSITIVE_INFINITY): string | null {
  return typeof value === 'string' && value.length <= longest ? value.toWellFormed() : null;
}

/** What the database could not hold as such would fail all that comes with it. */
export function wholeNumberOf(value: unknown): number | null {
  return Number.isSafeInteger(value) ? (value as number) : null;
}

const earliest = Date.UTC(1980, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/** In ms since 1970. Tombstones carry dates of the year 1. */
export function timeOf(value: unknown): number | null {
  const time = Date.parse(textOf(value) ?? '');
  return time >= earliest && time < latest ? time : null;
}

export interface Person {
  readonly id: string | null;
  readonly name: string | null;
  readonly email: string | null;
}

/** Of what Graph calls an identity set. Null: nothing is said that tells one from another. */
export function personOf(identitySet: unknown): Person | null {
  const user = fieldsOf(fieldsOf(identitySet)?.['user']);
  const id = textOf(user?.['id']);
  const name = safeText(textOf(user?.['displayName']) ?? '') || null;
  const email = textOf(user?.['email']);
  return id === null && name === null && email === null ? null : { id, name, email };
}
