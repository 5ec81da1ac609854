import { createInstance } from 'i18next';
import { type LanguageChoice, localeIn } from '../shared/look.ts';
import { catalogues } from '../shared/texts/catalogues.ts';
import { languageOf } from '../shared/texts/languages.ts';
import { type Translate, translateWith } from '../shared/texts/translate.ts';

export function createTranslate(locale: string): Translate {
  return translateWith(createInstance(), locale, catalogues[languageOf(locale)]);
}

/** What the app says, in the language that was chosen last. */
export class Words {
  readonly #systemLocale: string;
  #locale: string;
  #translate: Translate;

  constructor(systemLocale: string) {
    this.#systemLocale = systemLocale;
    this.#locale = systemLocale;
    this.#translate = createTranslate(systemLocale);
  }

  get locale(): string {
    return this.#locale;
  }

  readonly t: Translate = (key, params) => this.#translate(key, params);

  /** Whether that is another one. */
  speak(language: LanguageChoice): boolean {
    const locale = localeIn(language, this.#systemLocale);
    if (locale === this.#locale) return false;
    this.#locale = locale;
    this.#translate = createTranslate(locale);
    return true;
  }
}
