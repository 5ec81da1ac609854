import type { ItemState } from './item.ts';

type Deletion = readonly [top: ItemState, ...below: ItemState[]];

/** What each `delete` took, under the id of the item that was deleted. */
export class RecycleBin {
  readonly #deletions = new Map<string, Deletion>();

  put(top: ItemState, below: readonly ItemState[]): void {
    this.#deletions.set(top.id, [top, ...below]);
  }

  take(itemId: string): Deletion {
    const deletion = this.#deletions.get(itemId);
    if (!deletion) throw new Error(`Not in the recycle bin: ${itemId}`);
    this.#deletions.delete(itemId);
    return deletion;
  }
}
