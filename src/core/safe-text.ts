const controls = /[\p{Cc}\p{Noncharacter_Code_Point}\u2028\u2029]/gu;
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const zeroWidth = /[\u200b\u2060\ufeff]/g;
const longestName = 400;
const ending = 40;
// Most names are such, and there is nothing in them to be made fit.
const ordinary = /^[!-~]+(?: [!-~]+)*$/;

/** A name from the network, made fit to be shown: no control, direction or invisible characters. */
export function safeText(text: string): string {
  if (text.length <= longestName && ordinary.test(text)) return text;
  const safe = text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(controls, ' ')
    .replaceAll(directions, '')
    .replaceAll(zeroWidth, '')
    .replaceAll(/\p{M}{9,}/gu, (marks) => marks.slice(0, 8))
    .replaceAll(/\s+/g, ' ')
    .trim();
  return safe.length > longestName ? cut(safe) : safe;
}

/** In the middle: its ending says what a file is. */
function cut(text: string): string {
  const head = text.slice(0, longestName - ending - 1).replace(/[\ud800-\udbff]$/, '');
  return `${head}…${text.slice(-ending).replace(/^[\udc00-\udfff]/, '')}`;
}
