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
