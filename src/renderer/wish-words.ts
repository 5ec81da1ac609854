import { createInstance } from 'i18next';
import { translateWith } from '../shared/texts/translate.ts';
import { allWords, type AnyKey, type TranslateWishes } from '../shared/texts/translate-wishes.ts';
import { useSurroundings } from './surroundings.ts';

const made = new Map<string, TranslateWishes>();

/** All words, for what is loaded only when it is shown. */
export function useWishWords(): TranslateWishes {
  return createWishTranslate(useSurroundings().locale);
}

export function createWishTranslate(locale: string): TranslateWishes {
  const known = made.get(locale);
  if (known) return known;
  const translate = translateWith<AnyKey>(createInstance(), locale, allWords);
  made.set(locale, translate);
  return translate;
}
