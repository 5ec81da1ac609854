import { settings as deSettings } from './de/settings.ts';
import { wishes as deWishes } from './de/wishes.ts';
import { settings as enSettings } from './en/settings.ts';
import { wishes as enWishes } from './en/wishes.ts';
import { catalogues, type TextKey, type WithoutPlural } from './translate.ts';

/** Left out of what the window and the tray begin with. */
export const laterCatalogues = {
  en: { ...enSettings, ...enWishes },
  de: { ...deSettings, ...deWishes },
} as const;

export const allWords = {
  en: { ...catalogues.en, ...laterCatalogues.en },
  de: { ...catalogues.de, ...laterCatalogues.de },
} as const;

export type AnyKey = TextKey | WithoutPlural<keyof typeof laterCatalogues.en>;

/** Knows all words. */
export type TranslateWishes = (
  key: AnyKey,
  params?: Readonly<Record<string, string | number>>,
) => string;
