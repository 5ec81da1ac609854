export type Fields = Readonly<Record<string, unknown>>;

/*
 * Single values of an answer, null where they are not as expected. For items, of which a reading can
 * hold hundreds of thousands: what else is in an answer is checked by a schema.
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
