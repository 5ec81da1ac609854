import { languages, type Language } from './texts/languages.ts';

/** How the window looks, whatever the system does. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const zoomSteps = ['in', 'out', 'reset'] as const;
export type ZoomStep = (typeof zoomSteps)[number];

/** `system`: what the system speaks. */
export const languageChoices = ['system', ...languages] as const;
export type LanguageChoice = 'system' | Language;

/**
 * The locale to write in: the language that was chosen, with the customs of the system's region, so
 * that who reads English in Germany still gets German times.
 */
export function localeIn(choice: LanguageChoice, systemLocale: string): string {
  if (choice === 'system') return systemLocale;
  const system = new Intl.Locale(systemLocale);
  if (system.language === choice) return systemLocale;
  const { region } = system.maximize();
  return region === undefined ? choice : `${choice}-${region}`;
}
