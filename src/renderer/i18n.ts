import { createInstance } from 'i18next';
import { type Language, languageOf } from '../shared/texts/languages.ts';
import { type Translate, translateWith, type Words } from '../shared/texts/translate.ts';

const load: Record<Language, () => Promise<Words>> = {
  en: async () => (await import('../shared/texts/en.ts')).en,
  de: async () => (await import('../shared/texts/de.ts')).de,
  ko: async () => (await import('../shared/texts/ko.ts')).ko,
};

/** The words that a locale reads, of which only its own language is loaded. */
export async function loadTranslate(locale: string): Promise<Translate> {
  return translateWith(createInstance(), locale, await load[languageOf(locale)]());
}
