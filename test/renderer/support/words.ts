import { createInstance } from 'i18next';
import { catalogues } from '../../../src/shared/texts/catalogues.ts';
import { languageOf } from '../../../src/shared/texts/languages.ts';
import { type Translate, translateWith } from '../../../src/shared/texts/translate.ts';

/** The window's words without waiting for them. */
export function createTranslate(locale: string): Translate {
  return translateWith(createInstance(), locale, catalogues[languageOf(locale)]);
}
