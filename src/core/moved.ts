/** One place earlier or later, as far as there is one; null: there is no such entry. */
export function moved<T>(
  entries: readonly T[],
  isMeant: (entry: T) => boolean,
  to: 'earlier' | 'later',
): T[] | null {
  const rest = [...entries];
  const from = rest.findIndex((entry) => isMeant(entry));
  if (from === -1) return null;
  rest.splice(Math.max(0, to === 'earlier' ? from - 1 : from + 1), 0, ...rest.splice(from, 1));
  return rest;
}
