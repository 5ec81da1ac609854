import { createInstance } from 'i18next';
import { catalogueOptions, type Translate } from '../shared/texts/translate.ts';

/** The words for a locale such as "de-AT"; falls back to English. */
export function createTranslate(locale: string): Translate {
  const i18n = createInstance();
  void i18n.init({ ...catalogueOptions, lng: locale });
  return (key, params) => i18n.t(key, { ...params });
}
