import type { ActivityRow, ChangeKind } from '../activity.ts';
import { fillSlots, type Part } from './parts.ts';
import { folderWords } from './place-words.ts';
import type { TextKey, Translate } from './translate.ts';

/** What a sentence needs of a change. */
export type SayableChange = Pick<
  ActivityRow,
  | 'driveName'
  | 'kinds'
  | 'itemKind'
  | 'name'
  | 'oldName'
  | 'place'
  | 'oldPlace'
  | 'actor'
  | 'own'
  | 'descendants'
>;

/** The part of a key after `change.actor.` and `change.own.`. */
type Deed<K = TextKey> = K extends `change.actor.${infer D}` ? D : never;

/** One sentence for all that is true of a change: "Maria renamed A to B and edited it". */
export function changeSentence(t: Translate, change: SayableChange): readonly Part[] {
  for (const kind of weight) {
    if (change.kinds.includes(kind)) return say[kind](t, change);
  }
  return byActor(t, change, 'changed');
}

/** Heaviest first: a deleted file's rename is of no interest. */
const weight: readonly ChangeKind[] = [
  'mentioned',
  'commented',
  'deleted',
  'restored',
  'created',
  'appeared',
  'renamed',
  'moved',
  'edited',
  'unshared',
  'shared',
  'changed',
];

const say = {
  deleted: sayDeleted,
  restored: (t, change) => fillSlots(t, 'change.restored', names(t, change)),
  created: (t, change) =>
    byActor(t, change, change.itemKind === 'folder' ? 'created-folder' : 'created'),
  appeared: (t, change) => fillSlots(t, 'change.appeared', names(t, change)),
  renamed: (t, change) => byActor(t, change, renamedDeed(change)),
  moved: (t, change) => byActor(t, change, movedDeed(change)),
  edited: (t, change) => byActor(t, change, 'edited'),
  unshared: (t, change) => byActor(t, change, 'unshared'),
  shared: (t, change) => byActor(t, change, 'shared'),
  changed: (t, change) => byActor(t, change, 'changed'),
  commented: (t, change) => byActor(t, change, 'commented'),
  mentioned: (t, change) => byActor(t, change, 'mentioned'),
} satisfies Record<ChangeKind, (t: Translate, change: SayableChange) => readonly Part[]>;

function byActor(t: Translate, change: SayableChange, deed: Deed, count?: number): readonly Part[] {
  const { actor: name } = change;
  const actor = { text: name === null ? t('someone') : t('person', { name }) };
  const slots = { actor, ...names(t, change) };
  return fillSlots(t, change.own ? `change.own.${deed}` : `change.actor.${deed}`, slots, count);
}

function renamedDeed({ kinds, oldName }: SayableChange): Deed {
  if (oldName === null) return 'renamed-only';
  const edited = kinds.includes('edited');
  if (kinds.includes('moved')) return edited ? 'renamed-moved-edited' : 'renamed-moved';
  return edited ? 'renamed-edited' : 'renamed';
}

function movedDeed({ kinds, oldPlace }: SayableChange): Deed {
  const edited = kinds.includes('edited');
  if (oldPlace === null) return edited ? 'moved-edited' : 'moved';
  return edited ? 'moved-from-edited' : 'moved-from';
}

/** Where Microsoft does not say who deleted, nobody is named. */
function sayDeleted(t: Translate, change: SayableChange): readonly Part[] {
  const isKnown = change.own || change.actor !== null;
  if (isKnown && itemsOf(change) === 1)
    return byActor(t, change, deletedDeed(change), change.descendants);
  if (change.name === null) return sayUnnamed(t, change);
  const slots = names(t, change);
  if (change.itemKind !== 'folder') return fillSlots(t, 'change.deleted', slots);
  if (change.descendants === 0) return fillSlots(t, 'change.deleted-folder', slots);
  return fillSlots(t, 'change.deleted-with', slots, change.descendants);
}

function deletedDeed({ name, itemKind, descendants }: SayableChange): Deed {
  const isFolder = itemKind === 'folder';
  if (name === null) return isFolder ? 'deleted-a-folder' : 'deleted-a-file';
  if (!isFolder) return 'deleted';
  return descendants === 0 ? 'deleted-folder' : 'deleted-with';
}

/** Deleted before its name was known, alone or told together with others. */
function sayUnnamed(t: Translate, change: SayableChange): readonly Part[] {
  const slots = names(t, change);
  const { itemKind } = change;
  const count = itemsOf(change);
  if (count === 1 && (itemKind === 'file' || itemKind === 'folder')) {
    return fillSlots(t, `change.deleted-a-${itemKind}`, slots);
  }
  return fillSlots(t, 'change.deleted-unnamed', slots, count);
}

/** How many items were changed: of those that have no names, one row tells of several. */
export function itemsOf({ kinds, name, descendants }: SayableChange): number {
  return name === null && kinds.includes('deleted') ? descendants + 1 : 1;
}

function names(t: Translate, change: SayableChange): Record<string, Part> {
  const item = change.name ?? t('item.unnamed', { count: 1 });
  const [from, to] = folderWords(change);
  return {
    item: change.name === null ? { text: item } : { text: item, strong: true },
    oldItem: { text: change.oldName ?? item, struck: true },
    from: { text: from, place: true },
    to: { text: to, place: true },
  };
}
