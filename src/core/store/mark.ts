import { hash } from 'node:crypto';

const hexDigits = 12;

/** Stands for a text that is only ever compared with a later one of the same item: 48 bits, so that it is kept as a number. */
export function markOf(text: string | null): number | null {
  return text === null ? null : Number.parseInt(hash('sha1', text).slice(0, hexDigits), 16);
}
