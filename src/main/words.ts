import { createInstance } from 'i18next';
import { type Translate, translateWith } from '../shared/texts/translate.ts';

export function createTranslate(locale: string): Translate {
  return translateWith(createInstance(), locale);
}
