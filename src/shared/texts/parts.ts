import type { Mark, TextKey, Translate } from './translate.ts';

/** A piece of a sentence: an item's name is strong, a name no longer valid is struck; folders may be shortened. */
export interface Part {
  readonly text: string;
  readonly strong?: boolean;
  readonly struck?: boolean;
  readonly place?: boolean;
}

const firstMark = 0xe000;
const marks = /([\uE000-\uE01F])/u;

/**
 * Translates with a mark in each slot and puts the parts in afterwards: whatever a name contains
 * is never read as a template, and each language may order the slots as it likes.
 */
export function fillSlots(
  t: Translate,
  key: TextKey,
  slots: Readonly<Record<string, Part>>,
  count?: number,
): readonly Part[] {
  const names = Object.keys(slots);
  const params: Record<string, number | Mark> = count === undefined ? {} : { count };
  for (const [index, name] of names.entries()) {
    const mark = String.fromCharCode(firstMark + index);
    params[name] = { name: slots[name]?.text ?? '', toString: () => mark };
  }
  return t(key, params)
    .split(marks)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const name = marks.test(piece) ? names[piece.charCodeAt(0) - firstMark] : undefined;
      return (name === undefined ? undefined : slots[name]) ?? { text: piece };
    });
}

/** The same sentence where no type can be set: names stand in quotation marks. */
export function plainWords(t: Translate, parts: readonly Part[]): string {
  return parts
    .map((part) => (part.strong || part.struck ? quoted(t, part.text) : part.text))
    .join('');
}

function quoted(t: Translate, name: string): string {
  return fillSlots(t, 'quoted', { name: { text: name } })
    .map((part) => part.text)
    .join('');
}
