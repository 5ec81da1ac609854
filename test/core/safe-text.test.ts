import { expect, it } from 'vitest';
import { safeText } from '../../src/core/safe-text.ts';

it.each<[string, string, string]>([
  ['an ordinary name', 'Büdget (2).xlsx', 'Büdget (2).xlsx'],
  ['a plain name', 'Report (2) ~ v1.docx', 'Report (2) ~ v1.docx'],
  ['a plain name with spaces too many', ' a  b ', 'a b'],
  ['a plain name with a line break at its end', 'a b\n', 'a b'],
  ['a control character in a plain name', 'a\u007fb', 'a b'],
  ['another script', 'مرحبا 報告.docx', 'مرحبا 報告.docx'],
  ['a family of emoji', '👩\u200d👧.png', '👩\u200d👧.png'],
  ['line breaks', 'a\r\nb\tc\u2028d', 'a b c d'],
  ['control characters', 'a\u0000b\u001bc\u0085d', 'a b c d'],
  ['what is no character', 'a\ufffeb\uffffc\ufdd0d\u{1fffe}e', 'a b c d e'],
  ['direction marks', 'cod\u202egpj.exe\u2066\u200f\u061c', 'codgpj.exe'],
  ['invisible characters', '\ufeffa\u200bb\u2060c', 'abc'],
  ['a filler that is a letter', 'a\u3164b', 'ab'],
  ['a filler alone', '\u3164\uffa0\u115f', ''],
  ['an empty cell of braille', '\u2800a\u2800b', 'a b'],
  ['soft hyphens', 'in\u00advoice.pdf', 'invoice.pdf'],
  ['a joiner of graphemes', 'a\u034fb', 'ab'],
  ['what the removal brings together', 'u\u034f\u0308', 'ü'],
  ['hidden tags', 'a\u{e0041}\u{e0042}b', 'ab'],
  ['a variant of an emoji', '\u2764\ufe0f.png', '\u2764\ufe0f.png'],
  ['Persian', 'می\u200cخواهم.docx', 'می\u200cخواهم.docx'],
  ['joiners and variants alone', '\u200d\ufe0f \u200c', ''],
  ['space around and within', '  a   b\u00a0 c ', 'a b c'],
  ['half a character', 'a\ud800b', 'a\ufffdb'],
  ['decomposed letters', 'u\u0308', 'ü'],
  ['a tower of accents', `x${'\u0300'.repeat(50)}`, `x${'\u0300'.repeat(8)}`],
  ['a tower of wide accents', `q${'\u{1d165}'.repeat(50)}`, `q${'\u{1d165}'.repeat(8)}`],
  ['nothing visible', '\u200b\n', ''],
])('%s', (_what, text, safe) => {
  expect(safeText(text)).toBe(safe);
});

it('does not let a name grow without end', () => {
  expect(safeText('x'.repeat(10_000))).toHaveLength(400);
});

it('copes with millions of characters, whatever they are', () => {
  for (const one of ['\u0302', 'a\u0302\u0323', ' \u00a0', '\u{1d165}', '👧'])
    expect(safeText(`x${one.repeat(3_000_000)}.exe`)).toMatch(/^x.*\.exe$/u);
});

it('cuts no character in half', () => {
  for (const shift of [0, 1])
    expect(safeText(`${'x'.repeat(shift)}${'👧'.repeat(300)}`).isWellFormed()).toBe(true);
});

it('keeps the ending of a name that is cut', () => {
  expect(safeText(`${'holiday '.repeat(60)}.jpg.exe`)).toMatch(/^holiday holiday.*….*\.jpg\.exe$/);
});
