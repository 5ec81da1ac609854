export const languages = ['en', 'de', 'ko'] as const;
export type Language = (typeof languages)[number];

/** Whose words a locale such as "de-AT" reads; English where there are none of its own. */
export function languageOf(locale: string): Language {
  const [wanted] = locale.toLowerCase().split('-');
  return languages.find((language) => language === wanted) ?? 'en';
}

/** Whether a sentence begins with a capital there. */
export function hasCapitals(locale: string): boolean {
  return languageOf(locale) !== 'ko';
}
