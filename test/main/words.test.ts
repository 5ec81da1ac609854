import { expect, it } from 'vitest';
import { Words } from '../../src/main/words.ts';

it('are those of the system, until another language is chosen', () => {
  const words = new Words('de-AT');
  const { t } = words;
  expect([words.locale, t('app.cancel')]).toEqual(['de-AT', 'Abbrechen']);
  expect(words.speak('system')).toBe(false);
  expect(words.speak('en')).toBe(true);
  expect([words.locale, t('app.cancel')]).toEqual(['en-AT', 'Cancel']);
  expect(words.speak('en')).toBe(false);
  expect(words.speak('system')).toBe(true);
  expect([words.locale, t('app.cancel')]).toEqual(['de-AT', 'Abbrechen']);
});

it.each([
  ['de', 'de-CH', 'de-CH'],
  ['de', 'en-US', 'de-US'],
  ['en', 'fr', 'en-FR'],
  ['ko', 'ko-KR', 'ko-KR'],
  ['ko', 'de-AT', 'ko-AT'],
  ['en', 'zh-Hant-TW', 'en-TW'],
] as const)('%s on a system in %s is %s', (language, system, locale) => {
  const words = new Words(system);
  words.speak(language);
  expect(words.locale).toBe(locale);
  expect(Intl.DateTimeFormat.supportedLocalesOf(locale)).toHaveLength(1);
});
