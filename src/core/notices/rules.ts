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
    .some((part) => part !== '' && expression(part).test(name));
}

const expressions = new Map<string, RegExp>();
const expressionsKept = 500;

function expression(part: string): RegExp {
  const known = expressions.get(part);
  if (known) return known;
  // One star is as good as several, and several would make it try for very long.
  const source = part
    .replaceAll(/\*+/g, '*')
    .split(/([*?])/)
    .map((piece) => (piece === '*' ? '.*' : piece === '?' ? '.' : RegExp.escape(piece)))
    .join('');
  const made = new RegExp(`^${source}$`, 'isu');
  if (expressions.size >= expressionsKept) expressions.clear();
  expressions.set(part, made);
  return made;
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
