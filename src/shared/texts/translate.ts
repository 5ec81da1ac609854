import type { en } from './en.ts';
import { languageOf } from './languages.ts';
import { type Particle, particleAfter, particles } from './particles.ts';

type CatalogueKey = keyof typeof en;
export type WithoutPlural<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;

/** A key of the catalogue, plural endings left out. */
export type TextKey = WithoutPlural<CatalogueKey>;

/** Stands in a sentence for a name that is put in afterwards. */
export interface Mark {
  readonly name: string;
  readonly toString: () => string;
}

export type Params = Readonly<Record<string, string | number | Mark>>;

/** Makes the words for a key; main and window each build theirs with i18next. */
export type Translate = (key: TextKey, params?: Params) => string;

/** The part of an i18next instance that is used; main and window each bring their own. */
interface Translator {
  init(options: object): unknown;
  t(key: string, params: Params): string;
  readonly services: {
    readonly formatter?: { add(format: string, write: (value: Params[string]) => string): void };
  };
}

/** The words of one language by key. */
export type Words = Readonly<Record<string, string>>;

/** Speaks the language of a locale such as "de-AT", whose numbers and plurals it follows. */
export function translateWith<Key extends string = TextKey>(
  translator: Translator,
  locale: string,
  words: Words,
): (key: Key, params?: Params) => string {
  const language = languageOf(locale);
  // Synchronous, as the resources are at hand.
  translator.init({
    lng: locale,
    resources: { [language]: { translation: words } },
    fallbackLng: language,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    returnEmptyString: false,
    interpolation: { escapeValue: false },
  });
  for (const particle of particles) {
    translator.services.formatter?.add(particle, (value) => withParticle(value, particle));
  }
  return (key, params) => translator.t(key, { ...params });
}

/** What "{{item, 을/를}}" writes: the name, and the particle that its sound asks for. */
function withParticle(value: Params[string], particle: Particle): string {
  const name = typeof value === 'object' ? value.name : String(value);
  return String(value) + particleAfter(name, particle);
}
