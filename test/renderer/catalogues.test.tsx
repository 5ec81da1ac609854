import { describe, expect, test } from 'vitest';
import { loadTranslate } from '../../src/renderer/i18n.ts';
import { loadAllWords } from '../../src/renderer/all-words.ts';
import { catalogues } from '../../src/shared/texts/catalogues.ts';
import { deLater } from '../../src/shared/texts/de-later.ts';
import { enLater } from '../../src/shared/texts/en-later.ts';
import { koLater } from '../../src/shared/texts/ko-later.ts';
import { type Language, languages } from '../../src/shared/texts/languages.ts';
import type { AnyKey } from '../../src/shared/texts/translate-any.ts';
import type { TextKey, Words } from '../../src/shared/texts/translate.ts';

const later = { en: enLater, de: deLater, ko: koLater } satisfies Record<Language, Words>;

const plural = /_(?:zero|one|two|few|many|other)$/u;

/** Without their plural endings, and what has any. */
function basesOf(words: Words): ReadonlyMap<string, boolean> {
  return new Map(Object.keys(words).map((key) => [key.replace(plural, ''), plural.test(key)]));
}

function endingsOf(language: Language): readonly string[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  return pluralCategories.map((category) => `_${category}`);
}

/** The keys a language has to have, given those of English. */
function neededIn(language: Language, english: Words): readonly string[] {
  return [...basesOf(english)].flatMap(([base, isPlural]) =>
    isPlural ? endingsOf(language).map((end) => `${base}${end}`) : [base],
  );
}

describe.each(languages)('the words of %s', (language) => {
  describe.each([
    ['to begin with', catalogues[language] as Words, catalogues.en as Words],
    ['that come later', later[language] as Words, later.en as Words],
  ])('%s', (_which, words, english) => {
    test('are all there, in each plural form of the language, and no others', () => {
      expect(Object.keys(words).toSorted()).toEqual(neededIn(language, english).toSorted());
    });

    test('are none of them empty', () => {
      expect(Object.entries(words).filter(([, text]) => text.trim() === '')).toEqual([]);
    });
  });

  test('are found by the window, whatever is counted', async () => {
    const all = await loadAllWords(language);
    const start = await loadTranslate(language);
    const missing = [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000, 1.5].flatMap((count) => {
      const isMissing = (said: string, key: string): boolean => said === key || said === '';
      return [
        ...keysOf(catalogues.en).filter((key) => isMissing(start(key as TextKey, { count }), key)),
        ...keysOf(later.en).filter((key) => isMissing(all(key as AnyKey, { count }), key)),
      ];
    });
    expect(missing).toEqual([]);
  });
});

function keysOf(words: Words): readonly string[] {
  return [...basesOf(words).keys()];
}
