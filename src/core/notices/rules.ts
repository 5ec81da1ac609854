import { z } from 'zod';
import type { ChangeKind } from '../../shared/activity.ts';
import type { TellableRow } from '../store/activity-row.ts';

/** Every kind by name: one that is missing here is a compile error. */
const changeKinds = Object.keys({
  created: 0,
  edited: 0,
  renamed: 0,
  moved: 0,
  deleted: 0,
  restored: 0,
  appeared: 0,
  changed: 0,
  shared: 0,
  unshared: 0,
  commented: 0,
  mentioned: 0,
} satisfies Record<ChangeKind, 0>) as ChangeKind[];

const id = z.string().min(1).max(400);
const text = z.string().max(400);

/** What a person wants of certain changes: that they are told, only listed, or neither. */
export const rule = z.object({
  ruleId: id,
  /** Who made it: a person in Settings, by muting, or nobody: it came with the app. */
  origin: z.enum(['person', 'mute', 'ready-made']),
  isOn: z.boolean(),
  /** Null: in all drives. */
  watchId: id.nullable(),
  /** This item and all below it; null: anywhere. */
  within: z.object({ itemId: id, name: text }).nullable(),
  /** Names, separated by commas; `*` stands for any characters, `?` for one. Null: any name. */
  pattern: z.string().max(1000).nullable(),
  /** By the name Microsoft gives; null: anybody. */
  person: text.nullable(),
  /** Null: whatever happened. */
  kinds: z.array(z.enum(changeKinds)).nullable(),
  /** Only what the reader created or was the last to change. */
  isMineOnly: z.boolean(),
  action: z.enum(['notify', 'list', 'ignore']),
  /** When it ends, in ms since 1970; null: never. */
  until: z.number().nullable(),
});

export type Rule = Readonly<z.infer<typeof rule>>;

/** Whether a folder is that item or lies below it, in the drive of a watch. */
export type IsWithin = (watchId: string, folderId: string | null, itemId: string) => boolean;

/** The first rule that fits decides; null: none does. */
export function ruleFor(
  row: TellableRow,
  rules: readonly Rule[],
  { now, isWithin }: { readonly now: number; readonly isWithin: IsWithin },
): Rule | null {
  return rules.find((one) => one.isOn && !isOver(one, now) && fits(row, one, isWithin)) ?? null;
}

export function isOver({ until }: Rule, now: number): boolean {
  return until !== null && until <= now;
}

function fits(row: TellableRow, one: Rule, isWithin: IsWithin): boolean {
  const { watchId, within, pattern, person, kinds, isMineOnly } = one;
  if (watchId !== null && watchId !== row.watchId) return false;
  if (kinds !== null && !row.kinds.some((kind) => kinds.includes(kind))) return false;
  if (person !== null && !isSameText(person, row.actor ?? '')) return false;
  if (isMineOnly && !row.isMine) return false;
  if (pattern !== null && !fitsPattern(row.name ?? '', pattern)) return false;
  return (
    within === null ||
    within.itemId === row.itemId ||
    isWithin(row.watchId, row.parentId, within.itemId)
  );
}

function isSameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Whether a name is like one of the pattern's names. */
export function fitsPattern(name: string, pattern: string): boolean {
  return pattern
    .split(',')
    .map((part) => part.trim())
    .some((part) => part !== '' && isLike(lettersOf(name), lettersOf(part)));
}

function lettersOf(text: string): readonly string[] {
  return Array.from(text.toLowerCase());
}

/** In time that grows with the length alone: names are other people's. */
function isLike(name: readonly string[], part: readonly string[]): boolean {
  let at = 0;
  let want = 0;
  // Where the last star was, and how much of the name it stands for.
  let star = -1;
  let taken = 0;
  while (at < name.length) {
    if (part[want] === '*') {
      star = want;
      taken = at;
      want += 1;
    } else if (part[want] === '?' || part[want] === name[at]) {
      at += 1;
      want += 1;
    } else if (star >= 0) {
      taken += 1;
      at = taken;
      want = star + 1;
    } else {
      return false;
    }
  }
  return part.slice(want).every((one) => one === '*');
}

/** What editors and systems leave beside a file for a while. */
export const readyMadeRules: readonly Rule[] = [
  {
    ruleId: 'temporary-files',
    origin: 'ready-made',
    isOn: true,
    watchId: null,
    within: null,
    pattern:
      '~$*, *.tmp, .~lock.*#, *.lck, *.swp, *.partial, *.crdownload, ~*.*~, .DS_Store, Thumbs.db, desktop.ini',
    person: null,
    kinds: null,
    isMineOnly: false,
    action: 'ignore',
    until: null,
  },
];
