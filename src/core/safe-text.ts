const blanks = /[\p{Cc}\p{Noncharacter_Code_Point}\u2028\u2029\u2800]/gu;
// All that takes no room of its own, direction marks and tags among it. Some scripts and emoji are made with joiners and variants.
const invisible = /(?!\p{Variation_Selector}|\p{Join_Control})\p{Default_Ignorable_Code_Point}/gu;
const visible = /[^\p{Default_Ignorable_Code_Point}\s]/u;
const longestName = 400;
const ending = 40;
/** Whatever is longer is no name: expressions need not, and cannot always, cope with millions of characters. */
const longestInput = 10 * longestName;
// Most names are such, and there is nothing in them to be made fit.
const ordinary = /^[!-~]+(?: [!-~]+)*$/;

/** A name from the network, made fit to be shown: no control, direction or invisible characters. */
export function safeText(text: string): string {
  if (text.length <= longestName && ordinary.test(text)) return text;
  const safe = shortened(text)
    .toWellFormed()
    .replaceAll(blanks, ' ')
    .replaceAll(invisible, '')
    .normalize('NFC')
    .replaceAll(/(\p{M}{8})\p{M}+/gu, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (!visible.test(safe)) return '';
  return safe.length > longestName ? cut(safe) : safe;
}

function shortened(text: string): string {
  if (text.length <= longestInput) return text;
  return text.slice(0, longestInput - longestName) + text.slice(-longestName);
}

/** In the middle: its ending says what a file is. */
function cut(text: string): string {
  const head = text.slice(0, longestName - ending - 1).replace(/[\ud800-\udbff]$/, '');
  return `${head}…${text.slice(-ending).replace(/^[\udc00-\udfff]/, '')}`;
}
