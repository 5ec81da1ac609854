import type { Memory } from './classify.ts';
import type { RememberedItem } from '../store/item-memory.ts';
import { once } from '../once.ts';

/** A memory of which nothing is asked twice, as long as nothing changes. These items are asked for together. */
export function memoryAskedOnce(memory: Memory, ids: readonly string[]): Memory {
  const known = new Map<string, RememberedItem | null>();
  const getAll = (those: readonly string[]): readonly RememberedItem[] => {
    const items = memory.getAll(those);
    for (const id of those) known.set(id, null);
    for (const item of items) known.set(item.id, item);
    return items;
  };
  getAll(ids);
  const isWithin = once((topId: string) =>
    once((folderId: string | null) => memory.isWithin(folderId, topId)),
  );
  return {
    get: (id) => {
      const before = known.get(id);
      if (before !== undefined) return before;
      const item = memory.get(id);
      known.set(id, item);
      return item;
    },
    getAll,
    wasBuried: (id) => memory.wasBuried(id),
    below: (id) => memory.below(id),
    place: once((folderId) => memory.place(folderId)),
    isWithin: (folderId, topId) => isWithin(topId)(folderId),
  };
}
