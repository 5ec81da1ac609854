/** The first of the system's languages that can be used. Linux names some that JavaScript does not know, such as "ca-ES@valencia". */
export function usableLocale(languages: readonly string[], otherwise: string): string {
  return [...languages, otherwise].find((language) => isLocale(language)) ?? 'en-US';
}

function isLocale(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length === 1;
  } catch {
    return false;
  }
}
