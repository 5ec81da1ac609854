import { expect, test } from 'vitest';
import { createTranslate } from '../../src/renderer/i18n.ts';
import { changeSentence } from '../../src/shared/texts/change-sentence.ts';
import { placeWords } from '../../src/shared/texts/place-words.ts';
import { changeWords, shortName, toastWords } from '../../src/shared/texts/toast-words.ts';
import { row } from './support/samples.ts';

const t = createTranslate('en-GB');
const words = (fields: Parameters<typeof row>[1]): string => changeWords(t, row(1, fields));

test('who did what to which item', () => {
  expect(words({})).toBe('Maria Lindqvist edited “Budget 2027.xlsx”');
  expect(words({ own: true })).toBe('You edited “Budget 2027.xlsx”');
  expect(words({ actor: null })).toBe('Someone edited “Budget 2027.xlsx”');
});

test('a deletion names nobody', () => {
  expect(words({ kinds: ['deleted'] })).toBe('“Budget 2027.xlsx” was deleted');
  const folder = { kinds: ['deleted'], itemKind: 'folder', name: 'Plans' } as const;
  expect(words(folder)).toBe('The folder “Plans” was deleted');
  expect(words({ ...folder, descendants: 1 })).toBe('The folder “Plans” was deleted with 1 item');
  expect(words({ ...folder, descendants: 12 })).toBe(
    'The folder “Plans” was deleted with 12 items',
  );
  expect(words({ kinds: ['deleted'], name: null })).toBe(
    'An item was deleted whose name is not known',
  );
});

test('several kinds make one sentence', () => {
  const renamed = {
    kinds: ['renamed', 'moved', 'edited'],
    oldName: 'a.csv',
    name: 'b.csv',
  } as const;
  expect(words(renamed)).toBe('Maria Lindqvist renamed “a.csv” to “b.csv”, moved it and edited it');
  expect(words({ kinds: ['edited', 'deleted'] })).toBe('“Budget 2027.xlsx” was deleted');
});

test('a move names its two folders, and the way to them where they are called the same', () => {
  const moved = { kinds: ['moved'], name: 'x' } as const;
  expect(words({ ...moved, oldPlace: ['Drafts'], place: ['Signed'] })).toContain(
    'from Drafts to Signed',
  );
  expect(words({ ...moved, oldPlace: [], place: ['Signed'] })).toContain('from Contoso Finance to');
  expect(words({ ...moved, oldPlace: ['A', 'Plans'], place: ['B', 'Plans'] })).toContain(
    'from Contoso Finance / A / Plans to Contoso Finance / B / Plans',
  );
  expect(words({ ...moved, oldPlace: null })).toBe('Maria Lindqvist moved “x”');
});

test('the item is strong, an old name is struck', () => {
  const parts = changeSentence(t, row(1, { kinds: ['renamed'], oldName: 'Old', name: 'New' }));
  expect(parts).toEqual([
    { text: 'Maria Lindqvist' },
    { text: ' renamed ' },
    { text: 'Old', struck: true },
    { text: ' to ' },
    { text: 'New', strong: true },
  ]);
});

test('a name is never read as a template', () => {
  const name = '{{actor}} $t(tray.quit) <b>$1</b>.xlsx';
  expect(words({ name })).toBe(`Maria Lindqvist edited “${name}”`);
  expect(t('drives.stop.title', { drive: '$t(tray.quit){{x}}' })).toContain('$t(tray.quit){{x}}');
});

test('places', () => {
  expect(placeWords(row(1))).toBe('Contoso Finance / Plans');
  expect(placeWords(row(1, { place: [] }))).toBe('Contoso Finance');
});

test('a toast for one change says it whole', () => {
  expect(toastWords(t, { changes: [row(1)], count: 1, actors: ['Maria Lindqvist'] })).toEqual({
    title: 'Maria Lindqvist edited “Budget 2027.xlsx”',
    body: 'Contoso Finance / Plans',
  });
});

test('a toast for several says who as far as it is known, counts them and names some', () => {
  const changes = [1, 2, 3, 4, 5].map((id) => row(id, { name: `${id}.txt` }));
  const title = (actors: readonly (string | null)[], count = 5): string =>
    toastWords(t, { changes, count, actors }).title;
  expect(title(['Maria'])).toBe('Maria made 5 changes in Contoso Finance');
  expect(title(['Maria', 'Jo'])).toBe('Maria and 1 other made 5 changes in Contoso Finance');
  expect(title(['Maria', 'Jo', 'Al'], 1200)).toBe(
    'Maria and 2 others made 1,200 changes in Contoso Finance',
  );
  expect(title(['Maria', null])).toBe('5 changes in Contoso Finance');
  expect(toastWords(t, { changes, count: 9, actors: [null] }).body).toBe(
    '1.txt, 2.txt, 3.txt and 6 more',
  );
});

test('deletions are counted as such when all are known to be', () => {
  const changes = [1, 2, 3, 4, 5].map((id) => row(id, { kinds: ['deleted'], actor: null }));
  const title = (count: number): string => toastWords(t, { changes, count, actors: [null] }).title;
  expect(title(5)).toBe('5 items deleted in Contoso Finance');
  expect(title(9)).toBe('9 changes in Contoso Finance');
});

test('long names are shortened in the middle, by whole letters', () => {
  expect(shortName('short.txt')).toBe('short.txt');
  const short = shortName(`${'👩‍👩‍👧'.repeat(80)}.xlsx`, 20);
  expect(short).toMatch(/^(👩‍👩‍👧)+…(👩‍👩‍👧)?\.xlsx$/u);
});
