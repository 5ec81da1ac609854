import type { Changed, Deed } from './change.ts';
import { Diary } from './diary.ts';
import type { DriveFacts } from './drive-facts.ts';
import type { ItemKind, ItemState, ShareScope } from './item.ts';
import { newItemId } from './item-id.ts';
import { Journal } from './journal.ts';
import { type Person, bystanders } from './people.ts';
import { RecycleBin } from './recycle-bin.ts';
import type { Seeded } from './seeded.ts';
import { webUrlOf } from './web-url.ts';

export interface By {
  /** A display name; by default some colleague. */
  readonly by?: string | undefined;
}

export interface DriveSurroundings {
  readonly chance: Seeded;
  readonly deletedDescendants: () => boolean;
  readonly announce: (change: Omit<Changed, 'seq'>) => Changed;
}

interface Done {
  readonly kind: Deed;
  readonly item: ItemState;
  readonly person: Person;
  readonly oldName?: string;
  readonly oldPath?: string;
  readonly descendants?: number;
}

/** One drive, and everything people can do in it. */
export class Drive {
  readonly facts: DriveFacts;
  readonly journal = new Journal();
  readonly diary = new Diary();
  /** True: the drive answers 404. */
  gone = false;
  /** False: `socketIo` answers 400 `notSupported` (sheet 1.5). */
  offersPush = true;
  /** Delta links of an earlier generation answer 410. */
  generation = 1;
  readonly #surroundings: DriveSurroundings;
  readonly #bin = new RecycleBin();
  readonly #refused = new Set<string>();

  constructor(facts: DriveFacts, surroundings: DriveSurroundings) {
    this.facts = facts;
    this.#surroundings = surroundings;
  }

  get key() {
    return this.facts.key;
  }

  get id() {
    return this.facts.id;
  }

  get name() {
    return this.facts.name;
  }

  get webUrl() {
    return this.facts.webUrl;
  }

  /** Everybody here but the two who are usually signed in. */
  get colleagues(): readonly Person[] {
    return this.facts.people.filter((one) => !bystanders.includes(one));
  }

  createFile(path: string, options: By & { size?: number | undefined } = {}): Changed {
    const size = options.size ?? this.#surroundings.chance.between(2_000, 60_000);
    return this.#create(path, 'file', { by: options.by, size });
  }

  createFolder(path: string, options: By = {}): Changed {
    return this.#create(path, 'folder', { by: options.by, size: 0 });
  }

  edit(item: string, options: By & { size?: number | undefined } = {}): Changed {
    const before = this.#item(item);
    if (before.kind === 'folder') throw new Error(`A folder has no content to edit: ${item}`);
    const person = this.#person(options.by);
    const size = options.size ?? before.size + this.#surroundings.chance.between(1, 900);
    const after = this.#commit(before, person, { size, bytesVersion: before.bytesVersion + 1 });
    return this.#tell({ kind: 'edited', item: after, person });
  }

  rename(item: string, name: string, options: By = {}): Changed {
    const before = this.#item(item);
    const twin = this.journal.current.child(before.parentId ?? '', name);
    if (twin && twin.id !== before.id) throw new Error(`Already there: ${name}`);
    const person = this.#person(options.by);
    const oldPath = this.journal.current.path(before);
    const after = this.#commit(before, person, { name });
    return this.#tell({ kind: 'renamed', item: after, person, oldName: before.name, oldPath });
  }

  move(item: string, folder: string, options: By & { name?: string | undefined } = {}): Changed {
    const before = this.#item(item);
    const target = this.#folder(folder);
    const name = options.name ?? before.name;
    const above = [...this.journal.current.ancestors(target), target];
    if (above.some(({ id }) => id === before.id)) throw new Error(`Into itself: ${item}`);
    if (this.journal.current.child(target.id, name)) throw new Error(`Already there: ${name}`);
    const person = this.#person(options.by);
    const oldPath = this.journal.current.path(before);
    const after = this.#commit(before, person, { name, parentId: target.id });
    return this.#tell({ kind: 'moved', item: after, person, oldName: before.name, oldPath });
  }

  delete(item: string, options: By = {}): Changed {
    const before = this.#item(item);
    const person = this.#person(options.by);
    const path = this.journal.current.path(before);
    const webUrl = webUrlOf(this.facts, this.journal.current, before);
    const below = this.journal.current.descendants(before.id);
    this.#bin.put(before, below);
    this.journal.commit({ ...before, version: before.version + 1, deleted: true });
    const listed = this.#surroundings.deletedDescendants();
    for (const state of below) this.journal.commit({ ...state, deleted: true }, listed);
    return this.#announce(
      { kind: 'deleted', item: before, person, descendants: below.length },
      { path, webUrl },
    );
  }

  /** Brings back what one `delete` took, with its ids (sheet 8, R7 leaves that open). */
  restore(itemId: string, options: By = {}): Changed {
    const [top, ...below] = this.#bin.take(itemId);
    const parent = this.journal.current.get(top.parentId ?? '') ?? this.journal.current.root;
    const person = this.#person(options.by);
    const back = { ...top, parentId: parent.id, version: top.version + 2 };
    this.journal.commit(back);
    for (const state of below) this.journal.commit({ ...state, version: state.version + 2 });
    return this.#tell({ kind: 'restored', item: back, person, descendants: below.length });
  }

  share(item: string, options: By & { scope?: ShareScope | undefined } = {}): Changed {
    const before = this.#item(item);
    const person = this.#person(options.by);
    const shared = { scope: options.scope ?? 'organization', by: person, at: Date.now() };
    const after = this.#commitQuietly(before, { shared });
    return this.#tell({ kind: 'shared', item: after, person });
  }

  unshare(item: string, options: By = {}): Changed {
    const after = this.#commitQuietly(this.#item(item), { shared: null });
    return this.#tell({ kind: 'unshared', item: after, person: this.#person(options.by) });
  }

  /** What image post-processing does: eTag and cTag move, nothing else does (sheet 2.4). */
  touch(item: string, options: By = {}): Changed {
    const before = this.#item(item);
    const after = this.#commitQuietly(before, { contentVersion: before.contentVersion + 1 });
    return this.#tell({ kind: 'touched', item: after, person: this.#person(options.by) });
  }

  /** What opening a file in the browser can do: listed, with nothing different (sheet 2.4). */
  relist(item: string): Changed {
    const state = this.#item(item);
    this.journal.commit(state);
    return this.#tell({ kind: 'relisted', item: state, person: state.modifiedBy });
  }

  /** Changes nothing: whether the file changes with it is up to whoever holds the comment. */
  comment(
    item: string,
    options: By & { mentions?: readonly string[] | undefined; reply?: boolean | undefined } = {},
  ): void {
    const { by, mentions, reply = false } = options;
    const mentionees = mentions?.map((name) => this.#person(name));
    const said = { item: this.#item(item), person: this.#person(by) };
    this.diary.addComment(mentionees ? { ...said, mentionees } : said, reply);
  }

  /** In the text itself, say. */
  mention(item: string, mentioned: string, options: By = {}): void {
    const state = this.#item(item);
    const mentionees = [this.#person(mentioned)];
    const person = this.#person(options.by);
    this.diary.add({ kind: 'mentioned', item: state, person, oldName: state.name, mentionees });
  }

  bulk(count: number, options: By & { folder?: string | undefined } = {}): Changed[] {
    const folder = this.#folder(options.folder ?? '/');
    const base = this.journal.current.path(folder).replace(/\/$/, '');
    const taken = this.journal.current.childCount(folder.id);
    return Array.from({ length: count }, (_, index) => {
      const number = String(taken + index + 1).padStart(5, '0');
      const size = this.#surroundings.chance.between(200, 900);
      return this.createFile(`${base}/Scan ${number}.pdf`, { by: options.by, size });
    });
  }

  paths(kind?: ItemKind): string[] {
    const { current } = this.journal;
    return current
      .descendants(current.root.id)
      .filter((item) => kind === undefined || item.kind === kind)
      .map((item) => current.path(item));
  }

  /** Every delta link handed out so far answers 410 from now on. */
  loseTokens(): void {
    this.generation += 1;
  }

  refuse(username: string): void {
    this.#refused.add(username);
  }

  admit(username: string): void {
    this.#refused.delete(username);
  }

  isRefused(username: string): boolean {
    return this.#refused.has(username);
  }

  #create(path: string, kind: ItemKind, options: By & { size: number }): Changed {
    const cut = path.lastIndexOf('/');
    const parent = this.#folder(path.slice(0, cut + 1));
    const name = path.slice(cut + 1);
    if (name === '') throw new Error(`No name in ${path}`);
    if (this.journal.current.child(parent.id, name)) throw new Error(`Already there: ${path}`);
    const person = this.#person(options.by);
    const now = Date.now();
    const item: ItemState = {
      ...newItemId(this.facts, this.#surroundings.chance),
      parentId: parent.id,
      name,
      kind,
      size: options.size,
      version: 1,
      contentVersion: 1,
      bytesVersion: 1,
      shared: null,
      deleted: false,
      createdAt: now,
      createdBy: person,
      modifiedAt: now,
      modifiedBy: person,
    };
    this.journal.commit(item);
    return this.#tell({ kind: 'created', item, person });
  }

  #item(reference: string): ItemState {
    const { current } = this.journal;
    const item = current.get(reference) ?? current.find(reference);
    if (!item || item.parentId === null) throw new Error(`No such item: ${reference}`);
    return item;
  }

  #folder(reference: string): ItemState {
    const { current } = this.journal;
    const folder = current.get(reference) ?? current.find(reference);
    if (folder?.kind !== 'folder') throw new Error(`No such folder: ${reference}`);
    return folder;
  }

  #person(name: string | undefined): Person {
    const { people } = this.facts;
    if (name === undefined) return this.#surroundings.chance.pick(this.colleagues);
    const wanted = name.toLowerCase();
    const person = people.find((one) => one.name.toLowerCase() === wanted || one.email === wanted);
    if (!person) throw new Error(`Nobody of that name: ${name}`);
    return person;
  }

  #commit(before: ItemState, person: Person, changes: Partial<ItemState>): ItemState {
    const contentVersion = before.contentVersion + 1;
    const who = { modifiedAt: Date.now(), modifiedBy: person };
    return this.#commitQuietly(before, { ...changes, ...who, contentVersion });
  }

  #commitQuietly(before: ItemState, changes: Partial<ItemState>): ItemState {
    const after = { ...before, ...changes, version: before.version + 1 };
    this.journal.commit(after);
    return after;
  }

  #tell(done: Done): Changed {
    const { current } = this.journal;
    const webUrl = webUrlOf(this.facts, current, done.item);
    return this.#announce(done, { path: current.path(done.item), webUrl });
  }

  #announce(done: Done, where: { path: string; webUrl: string }): Changed {
    const { kind, item, person, oldName = item.name } = done;
    this.diary.add({ kind, item, person, oldName });
    return this.#surroundings.announce({
      drive: this.key,
      driveName: this.name,
      driveId: this.id,
      kind,
      itemKind: item.kind,
      itemId: item.id,
      name: item.name,
      ...where,
      oldName,
      oldPath: done.oldPath ?? where.path,
      person: person.name,
      personId: person.id,
      at: new Date().toISOString(),
      descendants: done.descendants ?? 0,
    });
  }
}
