import { type Memory, rememberedAs } from '../../../src/core/reading/classify.ts';
import type { DriveItem } from '../../../src/core/graph/drive-item.ts';
import type { RememberedItem } from '../../../src/core/store/item-memory.ts';
import { noon } from './doubles.ts';

const nothing = { hash: null, cTag: null, size: null, modifiedAt: null };

/** A live file as a delta page lists it, made long ago. */
export function file(id: string, parts: Partial<DriveItem> = {}): DriveItem {
  return {
    id,
    isRoot: false,
    isDeleted: false,
    kind: 'file',
    name: `${id}.txt`,
    parentId: 'root',
    eTag: `${id},1`,
    content: { hash: `${id}-hash`, cTag: `${id}-c`, size: 10, modifiedAt: noon - 1000 },
    createdAt: noon - 1_000_000_000,
    modifiedAt: noon - 1000,
    createdBy: { id: 'ada-id', name: 'Ada', email: 'ada@contoso.com' },
    modifiedBy: { id: 'ada-id', name: 'Ada', email: 'ada@contoso.com' },
    shareScope: null,
    webUrl: `https://contoso.sharepoint.com/${id}`,
    ...parts,
  };
}

export function folder(id: string, parts: Partial<DriveItem> = {}): DriveItem {
  return file(id, { kind: 'folder', name: id, content: nothing, ...parts });
}

/** A tombstone as SharePoint sends it: no name, hardly anything. */
export function tombstone(id: string): DriveItem {
  return file(id, {
    isDeleted: true,
    name: null,
    parentId: null,
    eTag: null,
    content: nothing,
    createdAt: null,
    modifiedAt: null,
    createdBy: null,
    modifiedBy: null,
    webUrl: null,
  });
}

export function asRemembered(item: DriveItem): RememberedItem {
  const remembered = rememberedAs(item, []);
  if (!remembered) throw new Error('A nameless item is not remembered.');
  return remembered;
}

/** An item memory in a Map. */
export function memoryOf(known: readonly DriveItem[], buried: readonly string[] = []): Memory {
  const items = new Map(known.map((item) => [item.id, asRemembered(item)]));
  const childrenOf = (id: string): string[] =>
    [...items.values()].filter((item) => item.parentId === id).map((item) => item.id);
  const below = (id: string): readonly string[] => {
    const found = childrenOf(id);
    for (const one of found) found.push(...childrenOf(one));
    return found;
  };
  const place = (id: string | null): readonly string[] => {
    const item = id === null ? undefined : items.get(id);
    return item ? [...place(item.parentId), item.name] : [];
  };
  return {
    get: (id) => items.get(id) ?? null,
    getAll: (ids) => ids.flatMap((id) => items.get(id) ?? []),
    wasBuried: (id) => buried.includes(id),
    below,
    place,
    isWithin: (id, topId) => {
      for (let next = id; next !== null; next = items.get(next)?.parentId ?? null) {
        if (next === topId) return true;
      }
      return false;
    },
  };
}
