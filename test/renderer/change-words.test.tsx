import { describe, expect, it, test } from 'vitest';
import { createTranslate } from './support/words.ts';
import { changeSentence } from '../../src/shared/texts/change-sentence.ts';
import { placeWords } from '../../src/shared/texts/place-words.ts';
import { changeWords, shortName, toastWords } from '../../src/shared/texts/toast-words.ts';
import { row } from './support/samples.ts';

/** Of one drive, told as it happens. */
const plain = { place: [], drives: ['Finance'], after: null };

type Fields = Parameters<typeof row>[1];
const t = createTranslate('en-GB');
const german = createTranslate('de-DE');
const words = (fields: Fields, to = t): string => changeWords(to, row(1, fields));

test('who did what to which item', () => {
  expect(words({})).toBe('Maria Lindqvist edited “Budget 2027.xlsx”');
  expect(words({ own: true })).toBe('You edited “Budget 2027.xlsx”');
  expect(words({ actor: null })).toBe('Someone edited “Budget 2027.xlsx”');
});

test('a deletion names nobody where nobody is known', () => {
  expect(words({ kinds: ['deleted'], actor: null })).toBe('“Budget 2027.xlsx” was deleted');
  const folder = {
    kinds: ['deleted'],
    itemKind: 'folder',
    name: 'Plans',
    actor: null,
  } as const;
  expect(words(folder)).toBe('The folder “Plans” was deleted');
  expect(words({ ...folder, descendants: 1 })).toBe('The folder “Plans” was deleted with 1 item');
  expect(words({ ...folder, descendants: 12 })).toBe(
    'The folder “Plans” was deleted with 12 items',
  );
});

test('a deletion names who did it', () => {
  const deleted = { kinds: ['deleted'] } as const;
  const folder = { ...deleted, itemKind: 'folder', name: 'Plans' } as const;
  expect(words(deleted)).toBe('Maria Lindqvist deleted “Budget 2027.xlsx”');
  expect(words({ ...deleted, own: true })).toBe('You deleted “Budget 2027.xlsx”');
  expect(words({ ...deleted, own: true, actor: null })).toBe('You deleted “Budget 2027.xlsx”');
  expect(words({ ...deleted, name: null })).toBe('Maria Lindqvist deleted a file in Plans');
  expect(words({ ...folder, name: null })).toBe('Maria Lindqvist deleted a folder in Plans');
  expect(words(folder)).toBe('Maria Lindqvist deleted the folder “Plans”');
  expect(words({ ...folder, descendants: 12 })).toBe(
    'Maria Lindqvist deleted the folder “Plans” with 12 items',
  );
  expect(words({ ...folder, descendants: 1 }, german)).toBe(
    'Maria Lindqvist hat den Ordner „Plans“ mit 1 Element gelöscht',
  );
  expect(words({ ...deleted, own: true }, german)).toBe('Sie haben „Budget 2027.xlsx“ gelöscht');
});

test('a comment, and where one was mentioned', () => {
  const commented = { kinds: ['commented'] } as const;
  const mentioned = { kinds: ['mentioned'] } as const;
  expect(words(commented)).toBe('Maria Lindqvist commented on “Budget 2027.xlsx”');
  expect(words({ ...commented, own: true })).toBe('You commented on “Budget 2027.xlsx”');
  expect(words({ ...mentioned, actor: null })).toBe('Someone mentioned you in “Budget 2027.xlsx”');
  expect(words(commented, german)).toBe('Maria Lindqvist hat „Budget 2027.xlsx“ kommentiert');
  expect(words(mentioned, german)).toBe('Maria Lindqvist hat Sie in „Budget 2027.xlsx“ erwähnt');
});

test('of several mentions a toast says how many, whoever they were by', () => {
  const changes = [1, 2, 3, 4, 5].map((id) => row(id, { kinds: ['mentioned'] }));
  const matter = {
    ...plain,
    changes,
    count: 7,
    actors: ['Ada', null],
  };
  expect(toastWords(t, matter)).toEqual({
    title: 'You were mentioned 7 times in Contoso Finance',
    body: 'Budget 2027.xlsx and 2 more',
  });
  expect(toastWords(german, matter).title).toBe('Sie wurden 7 Mal in Contoso Finance erwähnt');
});

const nameless = { kinds: ['deleted'], name: null, actor: null, canOpen: false } as const;

test('a deletion without a name says what is known: which kind, how many, where', () => {
  expect(words(nameless)).toBe('A file was deleted in Plans');
  expect(words({ ...nameless, itemKind: 'folder' })).toBe('A folder was deleted in Plans');
  expect(words({ ...nameless, itemKind: 'package' })).toBe('An item was deleted in Plans');
  expect(words({ ...nameless, place: [] })).toBe('A file was deleted in Contoso Finance');
  expect(words({ ...nameless, place: [], descendants: 2 })).toBe(
    '3 items whose names are not known were deleted in Contoso Finance',
  );
  expect(words({ ...nameless, itemKind: 'folder', descendants: 1 })).toBe(
    '2 items whose names are not known were deleted in Plans',
  );
});

test('a deletion without a name, in German', () => {
  const inGerman = (fields: Fields): string => words({ ...nameless, ...fields }, german);
  expect(inGerman({})).toBe('In Plans wurde eine Datei gelöscht');
  expect(inGerman({ itemKind: 'folder' })).toBe('In Plans wurde ein Ordner gelöscht');
  expect(inGerman({ itemKind: 'link', place: [] })).toBe(
    'In Contoso Finance wurde ein Element gelöscht',
  );
  expect(inGerman({ place: [], descendants: 2 })).toBe(
    'In Contoso Finance wurden 3 Elemente gelöscht, deren Namen nicht bekannt sind',
  );
});

test('a change of a kind that is not known', () => {
  const changed = { kinds: ['changed'] } as const;
  expect(words(changed)).toBe('Maria Lindqvist changed “Budget 2027.xlsx”');
  expect(words({ ...changed, actor: null })).toBe('Someone changed “Budget 2027.xlsx”');
  expect(words({ ...changed, own: true })).toBe('You changed “Budget 2027.xlsx”');
  expect(words(changed, german)).toBe('Maria Lindqvist hat „Budget 2027.xlsx“ geändert');
  expect(words({ ...changed, actor: null }, german)).toBe('Jemand hat „Budget 2027.xlsx“ geändert');
  expect(words({ ...changed, own: true }, german)).toBe('Sie haben „Budget 2027.xlsx“ geändert');
  const toast = toastWords(t, {
    ...plain,
    changes: [row(1, changed)],
    count: 1,
    actors: ['Maria'],
  });
  expect(toast.title).toBe('Maria Lindqvist changed “Budget 2027.xlsx”');
});

test('several kinds make one sentence', () => {
  const renamed = {
    kinds: ['renamed', 'moved', 'edited'],
    oldName: 'a.csv',
    name: 'b.csv',
  } as const;
  expect(words(renamed)).toBe('Maria Lindqvist renamed “a.csv” to “b.csv”, moved it and edited it');
  expect(words({ kinds: ['edited', 'deleted'] })).toBe(
    'Maria Lindqvist deleted “Budget 2027.xlsx”',
  );
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
  expect(
    toastWords(t, { ...plain, changes: [row(1)], count: 1, actors: ['Maria Lindqvist'] }),
  ).toEqual({
    title: 'Maria Lindqvist edited “Budget 2027.xlsx”',
    body: 'Contoso Finance / Plans',
  });
});

test('a toast for several says who as far as it is known, counts them and names some', () => {
  const changes = [1, 2, 3, 4, 5].map((id) => row(id, { name: `${id}.txt` }));
  const title = (actors: readonly (string | null)[], count = 5): string =>
    toastWords(t, { ...plain, changes, count, actors }).title;
  expect(title(['Maria'])).toBe('Maria made 5 changes in Contoso Finance');
  expect(title(['Maria', 'Jo'])).toBe('Maria and 1 other made 5 changes in Contoso Finance');
  expect(title(['Maria', 'Jo', 'Al'], 1200)).toBe(
    'Maria and 2 others made 1,200 changes in Contoso Finance',
  );
  expect(title(['Maria', null])).toBe('5 changes in Contoso Finance');
  expect(toastWords(t, { ...plain, changes, count: 9, actors: [null] }).body).toBe(
    '1.txt, 2.txt, 3.txt and 6 more',
  );
});

test('deletions are counted as such when all are known to be', () => {
  const changes = [1, 2, 3, 4, 5].map((id) => row(id, { kinds: ['deleted'], actor: null }));
  const title = (count: number): string =>
    toastWords(t, { ...plain, changes, count, actors: [null] }).title;
  expect(title(5)).toBe('5 items deleted in Contoso Finance');
  expect(title(9)).toBe('9 changes in Contoso Finance');
  const by = (actors: readonly (string | null)[]) =>
    toastWords(t, { ...plain, changes, count: 5, actors }).title;
  expect(by(['Ada'])).toBe('Ada deleted 5 items in Contoso Finance');
  expect(by(['Ada', null])).toBe('5 items deleted in Contoso Finance');
  expect(by(['Ada', 'Bob'])).toBe('5 items deleted in Contoso Finance');
});

test('a toast for deletions without names counts each, and quotes none', () => {
  const three = row(1, { ...nameless, place: [], descendants: 2 });
  const toast = (to: typeof t, ...changes: readonly ReturnType<typeof row>[]) =>
    toastWords(to, { ...plain, changes, count: changes.length, actors: [null] });
  expect(toast(t, three)).toEqual({
    title: '3 items whose names are not known were deleted in Contoso Finance',
    body: 'Contoso Finance',
  });
  expect(toast(t, three, row(2, nameless))).toEqual({
    title: '4 items deleted in Contoso Finance',
    body: '4 items whose names are not known',
  });
  expect(toast(german, three, row(2, nameless))).toEqual({
    title: '4 Elemente in Contoso Finance gelöscht',
    body: '4 Elemente ohne bekannten Namen',
  });
  const known = row(3, { kinds: ['deleted'], name: 'a.txt', actor: null });
  expect(toast(t, three, known)).toEqual({
    title: '4 items deleted in Contoso Finance',
    body: 'a.txt and 3 more',
  });
  expect(toast(t, three, row(4))).toEqual({
    title: '4 changes in Contoso Finance',
    body: 'Budget 2027.xlsx and 3 more',
  });
});

test('a toast of one name only, told of many times, does not count it again', () => {
  const changes = [row(1), row(2), row(3, { name: 'b.txt' })];
  expect(toastWords(t, { ...plain, changes, count: 5, actors: ['Maria'] }).body).toBe(
    'Budget 2027.xlsx, b.txt and 2 more',
  );
});

test('long names are shortened in the middle, by whole letters', () => {
  expect(shortName('short.txt')).toBe('short.txt');
  const short = shortName(`${'👩‍👩‍👧'.repeat(80)}.xlsx`, 20);
  expect(short).toMatch(/^(👩‍👩‍👧)+…(👩‍👩‍👧)?\.xlsx$/u);
});

describe('a toast of several changes', () => {
  const changes = [row(2), row(1)];
  const title = (parts: object): string =>
    toastWords(t, { ...plain, changes, count: 4, actors: ['Ada'], ...parts }).title;

  it.each([
    [[], 'Ada made 4 changes in Contoso Finance'],
    [['Plans'], 'Ada made 4 changes in Contoso Finance / Plans'],
    [['Plans', '2026', 'Q3'], 'Ada made 4 changes in Contoso Finance / … / Q3'],
  ])('says that all are in %j', (place, words) => {
    expect(title({ place })).toBe(words);
  });

  it('of several drives counts them', () => {
    expect(title({ drives: ['a', 'b', 'c'] })).toBe('4 changes in 3 drives');
  });

  it.each([
    ['away', 'While you were away: Ada made 4 changes in Contoso Finance'],
    ['paused', 'While paused: Ada made 4 changes in Contoso Finance'],
    ['quiet-hours', 'During quiet hours: Ada made 4 changes in Contoso Finance'],
    ['digest', 'Summary: Ada made 4 changes in Contoso Finance'],
    ['mixed', 'Summary: Ada made 4 changes in Contoso Finance'],
  ])('kept for later says why: %s', (after, words) => {
    expect(title({ after })).toBe(words);
  });
});
