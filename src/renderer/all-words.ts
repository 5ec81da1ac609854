import { createInstance } from 'i18next';
import { type Language, languageOf } from '../shared/texts/languages.ts';
import { translateWith, type Words } from '../shared/texts/translate.ts';
import type { AnyKey, TranslateAny } from '../shared/texts/translate-any.ts';
import { useSurroundings } from './surroundings.ts';

const load: Record<Language, () => Promise<Words>> = {
  en: async () => {
    const [{ en }, { enLater }] = await Promise.all([
      import('../shared/texts/en.ts'),
      import('../shared/texts/en-later.ts'),
    ]);
    return { ...en, ...enLater };
  },
  de: async () => {
    const [{ de }, { deLater }] = await Promise.all([
      import('../shared/texts/de.ts'),
      import('../shared/texts/de-later.ts'),
    ]);
    return { ...de, ...deLater };
  },
  ko: async () => {
    const [{ ko }, { koLater }] = await Promise.all([
      import('../shared/texts/ko.ts'),
      import('../shared/texts/ko-later.ts'),
    ]);
    return { ...ko, ...koLater };
  },
};

const loading = new Map<string, Promise<TranslateAny>>();
const loaded = new Map<string, TranslateAny>();

/** All words, for what comes by `later`, which brings them. */
export function useAllWords(): TranslateAny {
  const { locale } = useSurroundings();
  const words = loaded.get(locale);
  if (!words) throw new Error('outside of what comes later');
  return words;
}

export function knowsAllWords(locale: string): boolean {
  return loaded.has(locale);
}

export function loadAllWords(locale: string): Promise<TranslateAny> {
  const known = loading.get(locale) ?? makeTranslate(locale);
  loading.set(locale, known);
  return known;
}

async function makeTranslate(locale: string): Promise<TranslateAny> {
  try {
    const words = await load[languageOf(locale)]();
    const translate = translateWith<AnyKey>(createInstance(), locale, words);
    loaded.set(locale, translate);
    return translate;
  } catch (thrown) {
    // Whoever asks again has it tried again.
    loading.delete(locale);
    throw thrown;
  }
}
