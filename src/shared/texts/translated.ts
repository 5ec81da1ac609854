import type { Language } from './languages.ts';

/** The forms that a counted thing takes: Korean has one for all numbers. */
interface PluralForms extends Record<Language, 'one' | 'other'> {
  readonly en: 'one' | 'other';
  readonly de: 'one' | 'other';
  readonly ko: 'other';
}

type KeyIn<L extends Language, K> = K extends `${infer Counted}_${'one' | 'other'}`
  ? `${Counted}_${PluralForms[L]}`
  : K;

/** The same words in another language, with the forms that it has and no others. */
export type Translated<L extends Language, English> = Readonly<
  Record<KeyIn<L, keyof English> & string, string>
>;
