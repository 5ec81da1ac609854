import type { KeptFor } from '../wishes.ts';
import { changeSentence, itemsOf, type SayableChange } from './change-sentence.ts';
import { plainWords } from './parts.ts';
import { placeWords } from './place-words.ts';
import type { Translate } from './translate.ts';

export interface ToastWords {
  readonly title: string;
  readonly body: string;
}

/** Windows shows four lines, GNOME less: more names than this are only counted. */
const namesShown = 3;

/** What a toast says of: `count` changes of one drive, the newest of which are given, newest first. */
export interface ToastMatter {
  readonly changes: readonly SayableChange[];
  readonly count: number;
  /** Everyone who had a part in it; null stands for someone unknown. */
  readonly actors: readonly (string | null)[];
  /** The folders that all of them are in. */
  readonly place: readonly string[];
  readonly drives: readonly unknown[];
  /** Why it was kept until now. */
  readonly after: KeptFor | null;
}

/** One toast for one change, or for several. */
export function toastWords(t: Translate, matter: ToastMatter): ToastWords {
  const changes = matter.changes.map(withShortNames);
  const [first] = changes;
  if (!first) return { title: t('app.name'), body: '' };
  if (matter.count === 1) return { title: changeWords(t, first), body: placeWords(first) };
  const count = matter.count - changes.length + sum(changes.map(itemsOf));
  const body = someNames(t, changes, count);
  const title = titleOfSeveral(t, matter, count, whereabouts(first.driveName, matter.place));
  return { title: laterWords(t, title, matter.after), body };
}

/** Says why it comes only now; null: it does not come late. */
export function laterWords(t: Translate, title: string, after: KeptFor | null): string {
  return after === null ? title : t(`toast.after.${after}`, { title });
}

/** The drive, and the folder that is meant. */
function whereabouts(driveName: string, place: readonly string[]): string {
  const [folder] = place.slice(-1);
  if (folder === undefined) return driveName;
  return placeWords({ driveName, place: place.length > 1 ? ['…', folder] : [folder] });
}

function titleOfSeveral(t: Translate, matter: ToastMatter, count: number, drive: string): string {
  const { changes, actors, drives } = matter;
  if (drives.length > 1) return t('toast.drives', { changes: count, count: drives.length });
  // Nothing else joins these.
  if (changes.every((change) => change.kinds.includes('mentioned')))
    return t('toast.mentioned', { count, drive });
  // Said only when it is known of each.
  const areAllKnown = matter.count === changes.length;
  const [actor] = actors;
  if (areAllKnown && changes.every((change) => change.kinds.includes('deleted'))) {
    const isOne = actors.length === 1 && typeof actor === 'string';
    return isOne
      ? t('toast.deleted-by-one', { actor, count, drive })
      : t('toast.deleted', { count, drive });
  }
  if (typeof actor !== 'string' || actors.includes(null)) return t('toast.many', { count, drive });
  if (actors.length === 1) return t('toast.by-one', { actor, count, drive });
  return t('toast.by-many', { actor, count: actors.length - 1, changes: count, drive });
}

/** A change in one plain line, for toasts and the tray's menu. */
export function changeWords(t: Translate, change: SayableChange): string {
  return plainWords(t, changeSentence(t, withShortNames(change)));
}

function someNames(t: Translate, changes: readonly SayableChange[], count: number): string {
  const named = changes.flatMap((change) => change.name ?? []);
  if (named.length === 0) {
    const unnamed = sum(changes.map(itemsOf));
    return withMore(t, t('item.unnamed', { count: unnamed }), count - unnamed);
  }
  const names = [...new Set(named)];
  return namesInToast(t, names, count - (named.length - names.length));
}

/** The first few of `count` names. */
export function namesInToast(t: Translate, names: readonly string[], count: number): string {
  const shown = names.slice(0, namesShown).map((name) => shortName(name));
  return withMore(t, shown.join(', '), count - shown.length);
}

function withMore(t: Translate, words: string, left: number): string {
  return left > 0 ? `${words} ${t('toast.more', { count: left })}` : words;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0);
}

function withShortNames<C extends SayableChange>(change: C): C {
  return {
    ...change,
    name: change.name === null ? null : shortName(change.name),
    oldName: change.oldName === null ? null : shortName(change.oldName),
  };
}

const graphemes = new Intl.Segmenter();

/** Shortens in the middle, so that the ending, which says what a file is, stays. */
export function shortName(name: string, longest = 60): string {
  const letters = Array.from(graphemes.segment(name), ({ segment }) => segment);
  if (letters.length <= longest) return name;
  const tail = Math.min(16, Math.floor(longest / 3));
  return `${letters.slice(0, longest - tail - 1).join('')}…${letters.slice(-tail).join('')}`;
}
