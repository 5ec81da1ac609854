const from = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const to = 'áƀçďéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ₀₁₂₃₄₅₆₇₈₉';
const accented = new Map(Array.from(from, (letter, at) => [letter, Array.from(to)[at] ?? letter]));

/** Other languages need about this much more room than English. */
const growth = 0.38;
const filler = 'one two three four five six seven eight nine ten ';

/**
 * The words of a language nobody speaks: every letter is another, so that text from elsewhere shows,
 * and they are as long as those of long-winded languages. Placeholders and keys, and with them
 * plurals, stay.
 */
export function pseudoWords<Words extends Readonly<Record<string, string>>>(
  words: Words,
): Record<keyof Words, string> {
  const entries = Object.entries(words).map(([key, text]) => [key, pseudo(text)]);
  return Object.fromEntries(entries) as Record<keyof Words, string>;
}

function pseudo(text: string): string {
  const pieces = text.split(/(\{\{.*?\}\})/u);
  const letters = pieces.filter((_piece, at) => at % 2 === 0).join('').length;
  const more = Math.ceil(letters * growth);
  const fill = filler
    .repeat(Math.ceil(more / filler.length))
    .slice(0, more)
    .trim();
  const words = pieces.map((piece, at) => (at % 2 === 0 ? accent(piece) : piece)).join('');
  return `[${words}${fill && ` ${accent(fill)}`}]`;
}

function accent(text: string): string {
  return Array.from(text, (letter) => accented.get(letter) ?? letter).join('');
}
