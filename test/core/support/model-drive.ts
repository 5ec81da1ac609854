import { markOf } from '../../../src/core/store/mark.ts';

export const rootId = 'root';

export type Who = 'me' | 'me-as-guest' | 'ada';
type Scope = 'users' | 'organization' | 'anonymous';

/** One version of an item: whatever differs has another version. */
export interface ModelItem {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly parentId: string;
  readonly kind: 'file' | 'folder';
  readonly content: number;
  readonly scope: Scope | null;
  /** Microsoft's time, in ms since 1970. */
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly by: Who;
}

export type ModelState = ReadonlyMap<string, ModelItem>;

export type What =
  | 'create'
  | 'create-folder'
  | 'appear'
  | 'edit'
  | 'rename'
  | 'recase'
  | 'move'
  | 'rename-move-edit'
  | 'delete'
  | 'delete-folder'
  | 'restore'
  | 'share'
  | 'unshare'
  | 'touch';

/** Something done in the drive; which item and where is picked by number. */
export interface Doing {
  readonly what: What;
  readonly pick: number;
  readonly into: number;
  readonly by: Who;
  /** Time that passes before. */
  readonly seconds: number;
}

/** The drive after something was done. */
export interface Moment {
  readonly at: number;
  readonly state: ModelState;
  /** What it was done to; what a deleted folder took with it aside. */
  readonly own: ReadonlySet<string>;
  readonly taken: ReadonlySet<string>;
}

const scopes = ['users', 'organization', 'anonymous'] as const;
const longAgoMs = 30 * 24 * 60 * 60_000;

/** A drive at Microsoft with all its past. */
export class ModelDrive {
  readonly moments: Moment[];
  /** Microsoft's time. */
  now: number;
  readonly #versions = new Map<number, ModelItem>();
  #bin: readonly (readonly ModelItem[])[] = [];
  #made = 0;

  constructor(now: number) {
    this.now = now;
    this.moments = [{ at: now, state: new Map(), own: new Set(), taken: new Set() }];
  }

  get state(): ModelState {
    return this.moments.at(-1)?.state ?? new Map();
  }

  /** What a remembered mark stands for. */
  version(eTagMark: number | null): ModelItem | null {
    return eTagMark === null ? null : (this.#versions.get(eTagMark) ?? null);
  }

  /** What was deleted so far cannot be restored. */
  emptyBin(): void {
    this.#bin = [];
  }

  do(doing: Doing): void {
    this.now += doing.seconds * 1000;
    const { what } = doing;
    if (what === 'create' || what === 'create-folder' || what === 'appear')
      return this.#create(doing);
    if (what === 'restore') return this.#restore(doing);
    const items = [...this.state.values()].filter((item) => isFor(what, item));
    const item = items[doing.pick % Math.max(items.length, 1)];
    if (!item) return;
    if (what === 'delete' || what === 'delete-folder') return this.#delete(item);
    const changed = this.#changed(item, doing);
    if (changed) this.#write([changed]);
  }

  #create({ what, into, by, pick }: Doing): void {
    this.#made += 1;
    const number = this.#made;
    const isFolder = what === 'create-folder';
    const createdAt = what === 'appear' ? this.now - longAgoMs : this.now;
    this.#write([
      {
        // In no order, as real ids are.
        id: `i${(number * 37) % 1000}-${number}`,
        version: 1,
        name: isFolder ? `Folder ${number}` : `File ${number}.txt`,
        parentId: this.#folder(into, null),
        kind: isFolder ? 'folder' : 'file',
        content: isFolder ? 0 : 1 + (pick % 3),
        scope: null,
        createdAt,
        modifiedAt: createdAt,
        by,
      },
    ]);
  }

  #changed(item: ModelItem, { what, into, by, pick }: Doing): ModelItem | null {
    const { kind, name, content, scope } = item;
    const now = { ...item, version: item.version + 1, by };
    const timed = { ...now, modifiedAt: this.now };
    const edited = kind === 'file' ? 1 + ((content + (pick % 2)) % 3) : content;
    const parentId = this.#folder(into, item);
    const changes: Partial<Record<What, ModelItem>> = {
      edit: { ...timed, content: edited },
      rename: { ...timed, name: renamed(name, into) },
      recase: { ...timed, name: recased(name) },
      move: { ...timed, parentId },
      'rename-move-edit': { ...timed, name: renamed(name, into), parentId, content: edited },
      share: { ...now, scope: scopes[into % scopes.length] ?? scope },
      unshare: { ...now, scope: null },
      touch: now,
    };
    return changes[what] ?? null;
  }

  #delete(top: ModelItem): void {
    const below = this.below(top.id);
    const state = new Map(this.state);
    for (const item of [top, ...below]) state.delete(item.id);
    this.#bin = [...this.#bin, [top, ...below]];
    const taken = new Set(below.map((item) => item.id));
    this.moments.push({ at: this.now, state, own: new Set([top.id]), taken });
  }

  #restore({ pick, by }: Doing): void {
    const index = pick % Math.max(this.#bin.length, 1);
    const [top, ...below] = this.#bin[index] ?? [];
    if (!top) return;
    this.#bin = this.#bin.toSpliced(index, 1);
    const parentId = this.state.has(top.parentId) ? top.parentId : rootId;
    const back = { ...top, parentId, by, modifiedAt: this.now };
    this.#write([back, ...below].map((item) => ({ ...item, version: item.version + 1 })));
  }

  below(id: string): ModelItem[] {
    const children = [...this.state.values()].filter((item) => item.parentId === id);
    return children.flatMap((item) => [item, ...this.below(item.id)]);
  }

  /** A folder by number, the root among them; none that is in the item itself. */
  #folder(number: number, moved: ModelItem | null): string {
    const not = new Set(moved ? [moved, ...this.below(moved.id)].map((item) => item.id) : []);
    const folders = [...this.state.values()].filter((i) => i.kind === 'folder' && !not.has(i.id));
    return [rootId, ...folders.map((item) => item.id)][number % (folders.length + 1)] ?? rootId;
  }

  #write(items: readonly ModelItem[]): void {
    const state = new Map(this.state);
    for (const item of items) {
      // Graph gives seconds.
      const whole = { ...item, modifiedAt: seconds(item.modifiedAt) };
      const stamped = { ...whole, createdAt: seconds(item.createdAt) };
      state.set(item.id, stamped);
      this.#versions.set(markOf(eTagOf(item)) ?? 0, stamped);
    }
    const own = new Set(items.map((item) => item.id));
    this.moments.push({ at: this.now, state, own, taken: new Set() });
  }
}

export function eTagOf({ id, version }: ModelItem): string {
  return `"{${id}},${version}"`;
}

function isFor(what: What, { kind, scope }: ModelItem): boolean {
  if (what === 'edit') return kind === 'file';
  if (what === 'delete-folder') return kind === 'folder';
  return what !== 'unshare' || scope !== null;
}

// Few names, so that some are had again.
function renamed(name: string, number: number): string {
  const [, extension = ''] = /(\.\w+)$/.exec(name) ?? [];
  return `Name ${number % 5}${extension}`;
}

function recased(name: string): string {
  return name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase();
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}
