import { isDeepStrictEqual } from 'node:util';

type Path = readonly PropertyKey[];

/** Of what lies here each entry stands for itself. */
const lists: readonly Path[] = [['drives'], ['hooks'], ['wishes'], ['wishes', 'rules']];

/** What is usual takes their place. */
const dispensable: readonly Path[] = [['hooks'], ['wishes']];

/** A config without what was refused of it, as far as it can do without; null: it cannot. */
export function leaveOut(value: unknown, refused: readonly Path[]): unknown {
  const entries = refused.map((path) => entryOf(path));
  return entries.includes(null)
    ? null
    : without(
        value,
        [],
        entries.filter((one) => one !== null),
      );
}

/** What has to go so that this is refused no more. */
function entryOf(path: Path): Path | null {
  if (dispensable.some((one) => isDeepStrictEqual(one, path))) return path;
  const list = lists.findLast(
    (one) => one.length < path.length && isDeepStrictEqual(path.slice(0, one.length), one),
  );
  return list ? path.slice(0, list.length + 1) : null;
}

function without(value: unknown, at: Path, entries: readonly Path[]): unknown {
  const isKept = (key: PropertyKey): boolean =>
    !entries.some((entry) => isDeepStrictEqual(entry, [...at, key]));
  const left = (key: PropertyKey, part: unknown): unknown => without(part, [...at, key], entries);
  if (Array.isArray(value))
    return value.flatMap((part, index) => (isKept(index) ? [left(index, part)] : []));
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).filter(([key]) => isKept(key));
  return Object.fromEntries(parts.map(([key, part]) => [key, left(key, part)]));
}
