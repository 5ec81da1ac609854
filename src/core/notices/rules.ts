import { z } from 'zod';
import { changeKinds } from '../search/change-kinds.ts';
import { moment } from '../settings/moment.ts';
import type { TellableRow } from '../store/activity-row.ts';
import type { PartOf } from './drive-part.ts';

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
  /** When it ends; null: never. */
  until: moment.nullable(),
});

export type Rule = Readonly<z.infer<typeof rule>>;

/** A folder of a watch's drive, and all that it is in, by their ids. */
export type WayUp = (watchId: string, folderId: string | null) => ReadonlySet<string>;

/** What rules ask of drives and folders. */
export interface Places {
  readonly wayUp: WayUp;
  readonly partOf: PartOf;
}

/** The first rule that fits decides; null: none does. */
export function ruleFor(
  row: TellableRow,
  rules: readonly Rule[],
  at: Places & { readonly now: number },
): Rule | null {
  return rules.find((one) => one.isOn && !isOver(one, at.now) && fits(row, one, at)) ?? null;
}

export function isOver({ until }: Rule, now: number): boolean {
  return until !== null && until <= now;
}

function fits(row: TellableRow, one: Rule, places: Places): boolean {
  const { watchId, within, pattern, person, kinds, isMineOnly } = one;
  if (watchId !== null && !isWatchedBy(watchId, row, places)) return false;
  if (kinds !== null && !row.kinds.some((kind) => kinds.includes(kind))) return false;
  if (person !== null && !isSameText(person, row.actor ?? '')) return false;
  if (isMineOnly && !row.isMine) return false;
  if (pattern !== null && !fitsPattern(row.name ?? '', pattern)) return false;
  return within === null || isWithin(row, within.itemId, places);
}

/** Of what two watches have in common either may have found it. */
function isWatchedBy(watchId: string, row: TellableRow, places: Places): boolean {
  if (watchId === row.watchId) return true;
  const meant = places.partOf(watchId);
  if (!meant || meant.driveId !== places.partOf(row.watchId)?.driveId) return false;
  return meant.scopeId === null || isWithin(row, meant.scopeId, places);
}

function isWithin(row: TellableRow, itemId: string, { wayUp }: Places): boolean {
  return row.itemId === itemId || wayUp(row.watchId, row.parentId).has(itemId);
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

/** Some systems write a letter and its accent as one, others as two. */
function lettersOf(text: string): readonly string[] {
  return Array.from(text.normalize().toLowerCase());
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
