import { wishes as de } from './de/wishes.ts';
import { wishes as en } from './en/wishes.ts';
import { catalogues, type TextKey, type WithoutPlural } from './translate.ts';

/** What one wishes to be told of: left out of what the window and the tray begin with. */
export const wishCatalogues = { en, de } as const;

export const allWords = {
  en: { ...catalogues.en, ...en },
  de: { ...catalogues.de, ...de },
} as const;

export type AnyKey = TextKey | WithoutPlural<keyof typeof en>;

/** Knows all words. */
export type TranslateWishes = (
  key: AnyKey,
  params?: Readonly<Record<string, string | number>>,
) => string;
