import type { RememberedItem } from './item-memory.ts';

type Folder = Pick<RememberedItem, 'id' | 'parentId'>;

/** Folders above before those below, else as they are listed. */
export function fromTheTop<T extends Folder>(folders: readonly T[]): readonly T[] {
  const parents = new Map(folders.map(({ id, parentId }) => [id, parentId]));
  const depths = new Map<string, number>();
  for (const { id } of folders) {
    const way: string[] = [];
    let next: string | null = id;
    while (next !== null && parents.has(next) && !depths.has(next)) {
      // Should folders ever lie in a circle, it ends here.
      depths.set(next, 0);
      way.push(next);
      next = parents.get(next) ?? null;
    }
    const above = next === null ? 0 : (depths.get(next) ?? 0);
    for (const [nth, one] of way.toReversed().entries()) depths.set(one, above + nth + 1);
  }
  const depth = ({ id }: T): number => depths.get(id) ?? 0;
  return folders.toSorted((one, other) => depth(one) - depth(other));
}
