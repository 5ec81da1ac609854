import type { ItemState } from './item.ts';

interface Total {
  size: number;
  /** Goes up with every change below; makes a personal folder's cTag (sheet 2.4). */
  revision: number;
}

/** A drive's tree at one moment. The drive has two: what is, and what delta has caught up with. */
export class View {
  readonly #items = new Map<string, ItemState>();
  readonly #children = new Map<string, Set<string>>();
  /** Items by parent and lower-case name: folders can hold many thousands. */
  readonly #names = new Map<string, string>();
  readonly #totals = new Map<string, Total>();
  #root: ItemState | null = null;

  get root(): ItemState {
    if (!this.#root) throw new Error('The drive has no root yet');
    return this.#root;
  }

  get count(): number {
    return this.#items.size;
  }

  apply(state: ItemState): void {
    const before = this.#items.get(state.id);
    if (before) {
      const name = nameKey(before.parentId, before.name);
      if (this.#names.get(name) === before.id) this.#names.delete(name);
      this.#count(before.parentId, -this.size(before));
      if (before.parentId !== null && (state.deleted || state.parentId !== before.parentId)) {
        this.#children.get(before.parentId)?.delete(before.id);
      }
    }
    if (state.deleted) {
      this.#items.delete(state.id);
      return;
    }
    this.#items.set(state.id, state);
    if (state.parentId === null) {
      this.#root = state;
      return;
    }
    const siblings = this.#children.get(state.parentId) ?? new Set();
    this.#children.set(state.parentId, siblings.add(state.id));
    this.#names.set(nameKey(state.parentId, state.name), state.id);
    this.#count(state.parentId, this.size(state));
  }

  get(id: string): ItemState | undefined {
    return this.#items.get(id);
  }

  children(id: string): ItemState[] {
    return [...(this.#children.get(id) ?? [])].flatMap((child) => this.#items.get(child) ?? []);
  }

  childCount(id: string): number {
    return this.#children.get(id)?.size ?? 0;
  }

  size(item: ItemState): number {
    return item.kind === 'folder' ? (this.#totals.get(item.id)?.size ?? 0) : item.size;
  }

  revision(id: string): number {
    return this.#totals.get(id)?.revision ?? 0;
  }

  /** The folders above an item, the root first. */
  ancestors(item: ItemState): ItemState[] {
    const above: ItemState[] = [];
    let parent = item.parentId === null ? undefined : this.#items.get(item.parentId);
    while (parent) {
      above.unshift(parent);
      parent = parent.parentId === null ? undefined : this.#items.get(parent.parentId);
    }
    return above;
  }

  /** Everything below a folder, parents before children. */
  descendants(id: string): ItemState[] {
    const found = this.children(id);
    for (const item of found) {
      if (item.kind === 'folder') found.push(...this.children(item.id));
    }
    return found;
  }

  /** `/Folder/File.docx`; the root is `/`. */
  path(item: ItemState): string {
    if (item.parentId === null) return '/';
    const [, ...above] = this.ancestors(item);
    return `/${[...above, item].map(({ name }) => name).join('/')}`;
  }

  /** Names are compared without regard to case, as OneDrive does. */
  find(path: string, from = this.root): ItemState | undefined {
    let found: ItemState | undefined = from;
    for (const name of path.split('/').filter((part) => part !== '')) {
      found = found && this.child(found.id, name);
    }
    return found;
  }

  child(id: string, name: string): ItemState | undefined {
    return this.#items.get(this.#names.get(nameKey(id, name)) ?? '');
  }

  #count(folderId: string | null, size: number): void {
    let id = folderId;
    while (id !== null) {
      const total = this.#totals.get(id) ?? { size: 0, revision: 0 };
      total.size += size;
      total.revision += 1;
      this.#totals.set(id, total);
      id = this.#items.get(id)?.parentId ?? null;
    }
  }
}

function nameKey(parentId: string | null, name: string): string {
  return `${parentId}/${name.toLowerCase()}`;
}
