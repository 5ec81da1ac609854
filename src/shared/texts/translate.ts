import { de } from './de.ts';
import { en } from './en.ts';

type CatalogueKey = keyof typeof en;
export type WithoutPlural<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;

/** A key of the catalogue, plural endings left out. */
export type TextKey = WithoutPlural<CatalogueKey>;

/** Makes the words for a key; main and window each build theirs with i18next from `catalogueOptions`. */
export type Translate = (
  key: TextKey,
  params?: Readonly<Record<string, string | number>>,
) => string;

/** Catalogues by language. */
export const catalogues = { en, de } as const;

/** The part of an i18next instance that is used; main and window each bring their own. */
interface Translator {
  init(options: object): unknown;
  t(key: string, params: Readonly<Record<string, string | number>>): string;
}

/** Words by key, in each language. */
type Words = Readonly<Record<keyof typeof catalogues, Readonly<Record<string, string>>>>;

/** The words for a locale such as "de-AT"; falls back to English. */
export function translateWith<Key extends string = TextKey>(
  translator: Translator,
  locale: string,
  words: Words = catalogues,
): (key: Key, params?: Readonly<Record<string, string | number>>) => string {
  // Synchronous, as the resources are at hand.
  translator.init({
    lng: locale,
    resources: { en: { translation: words.en }, de: { translation: words.de } },
    fallbackLng: 'en',
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    returnEmptyString: false,
    interpolation: { escapeValue: false },
  });
  return (key, params) => translator.t(key, { ...params });
}
