import { expect, it } from 'vitest';
import { usableLocale } from '../../src/main/locale.ts';
import { createTranslate } from '../../src/main/words.ts';

it.each<[readonly string[], string, string]>([
  [['de-AT', 'en-US'], 'fr', 'de-AT'],
  [['ca-ES@valencia', 'ca-ES'], 'en-US', 'ca-ES'],
  [['sr-RS@latin', 'de'], 'en-US', 'de'],
  [['en-US@posix', 'C'], 'en-GB', 'en-GB'],
  [['c'], 'de', 'de'],
  [[''], 'de', 'de'],
  [['de_DE.UTF-8'], 'en-GB', 'en-GB'],
  [[], 'en-GB', 'en-GB'],
  [[], '', 'en-US'],
  [['c', '@'], 'C', 'en-US'],
])('of %j, or else %j, is %s', (languages, otherwise, locale) => {
  expect(usableLocale(languages, otherwise)).toBe(locale);
});

it.each(['ca-ES@valencia', 'sr-RS@latin', 'en-US@posix', 'c', 'C', 'POSIX', '', '@', 'x'])(
  '%j is never handed to what formats times and numbers',
  (language) => {
    const locale = usableLocale([language], language);
    expect(() => new Intl.DateTimeFormat(locale).format(0)).not.toThrow();
    expect(createTranslate(locale)('tray.open')).toMatch(/Drivebell/);
  },
);
