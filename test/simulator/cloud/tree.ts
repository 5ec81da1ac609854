import type { Drive } from './drive.ts';
import type { ItemKind, ItemState } from './item.ts';
import { newItemId } from './item-id.ts';
import type { Person } from './people.ts';
import type { Seeded } from './seeded.ts';

const dayMs = 86_400_000;

export interface Leaf {
  readonly depth: number;
  readonly name: string;
  readonly kind: ItemKind;
}

/** A tree as text: two spaces of indent per level, `/` ends a folder, `*` a OneNote notebook. */
export function parseTree(text: string): Leaf[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const name = line.trim().replace(/[/*]$/, '');
      const kind = line.endsWith('/') ? 'folder' : line.endsWith('*') ? 'package' : 'file';
      return { depth: (line.length - line.trimStart().length) / 2, name, kind };
    });
}

interface Planting {
  readonly people: readonly Person[];
  readonly chance: Seeded;
  readonly now: number;
}

/** Fills a new drive with what was there long before anybody looks. */
export function plantTree(drive: Drive, leaves: readonly Leaf[], planting: Planting): void {
  const { people, chance, now } = planting;
  const grow = (name: string, kind: ItemKind, parentId: string | null): ItemState => {
    const createdAt = now - chance.between(30, 700) * dayMs - chance.below(dayMs);
    const modifiedAt = createdAt + Math.floor(chance.next() * (now - dayMs - createdAt));
    const version = kind === 'file' ? chance.between(1, 14) : chance.between(1, 3);
    const who = { createdBy: chance.pick(people), modifiedBy: chance.pick(people) };
    const size = kind === 'file' ? chance.between(3_000, 90_000) : 0;
    const versions = { version, contentVersion: version, bytesVersion: 1 };
    const ids = newItemId(drive.facts, chance);
    const state = {
      ...ids,
      parentId,
      name,
      kind,
      size,
      ...versions,
      createdAt,
      modifiedAt,
      ...who,
    };
    drive.journal.begin({ ...state, shared: null, deleted: false });
    return { ...state, shared: null, deleted: false };
  };
  const above = [grow('root', 'folder', null)];
  for (const { depth, name, kind } of leaves) {
    const parent = above[depth];
    if (!parent) throw new Error(`Indented too far: ${name}`);
    above.splice(depth + 1, above.length, grow(name, kind, parent.id));
  }
}
