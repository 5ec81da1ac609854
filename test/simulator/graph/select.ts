/** `$select`: strictly what was asked for, so leaving out `deleted` hides deletions (sheet 2.1). */
export function select<T extends object>(value: T, selected: string | null): Partial<T> {
  const names = selected?.split(',').map((name) => name.trim().split('/')[0]?.toLowerCase());
  if (!names || selected?.trim() === '') return value;
  const kept = Object.entries(value).filter(([name]) => names.includes(name.toLowerCase()));
  return Object.fromEntries(kept) as Partial<T>;
}

/** `$select` and, as some links spell it, `select` (sheet 2.2). */
export function option(query: URLSearchParams, name: string): string | null {
  return query.get(`$${name}`) ?? query.get(name);
}
