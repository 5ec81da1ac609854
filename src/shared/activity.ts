/** What happened to an item; several can be true of one change (renamed and moved and edited). `mentioned`: the reader was. */
export const changeKinds = [
  'created',
  'edited',
  'renamed',
  'moved',
  'deleted',
  'restored',
  'appeared',
  'changed',
  'shared',
  'unshared',
  'commented',
  'mentioned',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export type ItemKind = 'file' | 'folder' | 'package' | 'link';

/** One row of the activity list: a classified change, as codes and names, never as a sentence. */
export interface ActivityRow {
  readonly id: number;
  readonly watchId: string;
  /** What the drive was called when the change was recorded. */
  readonly driveName: string;
  readonly kinds: readonly ChangeKind[];
  readonly itemKind: ItemKind;
  /** Absent when Microsoft gave none. */
  readonly name: string | null;
  readonly oldName: string | null;
  /** Names of the folders above the item, the drive's root left out. */
  readonly place: readonly string[];
  readonly oldPlace: readonly string[] | null;
  /** Absent where Microsoft does not say: of most deletions. */
  readonly actor: string | null;
  /** The signed-in user did it. */
  readonly own: boolean;
  /** How often it happened while somebody was at it; the row tells of the last time. */
  readonly times: number;
  /** Items a deleted folder took with it. */
  readonly descendants: number;
  /** When it happened, as far as known, in ms since 1970. */
  readonly at: number;
  readonly read: boolean;
  /** There is a page that `openItem` can open. */
  readonly canOpen: boolean;
}

/** Characters of what is searched for. */
export const longestSearch = 200;
