import type { ItemState } from './item.ts';
import { quickXorHash } from './quick-xor.ts';

/** A file's bytes: made from its id and the number of times they changed, so never stored. */
export function contentOf({ id, bytesVersion, size }: ItemState): Buffer {
  const line = `${id} ${bytesVersion}\n`;
  return Buffer.alloc(size, line);
}

const hashes = new WeakMap<ItemState, string>();

/** Null for an empty file, which has none (sheet 2.4). */
export function hashOf(item: ItemState): string | null {
  if (item.size === 0) return null;
  const known = hashes.get(item) ?? quickXorHash(contentOf(item));
  hashes.set(item, known);
  return known;
}
