import { describe, expect, test } from 'vitest';
import { changeKinds } from '../../src/shared/activity.ts';
import { findFailures } from '../../src/shared/finding.ts';
import type { FailureCode } from '../../src/shared/ipc.ts';
import { reasons, signInFailures, troubles } from '../../src/shared/snapshot.ts';
import { findFailureWords } from '../../src/shared/texts/find-words.ts';
import { changeWords } from '../../src/shared/texts/toast-words.ts';
import {
  asSentence,
  failureWords,
  reasonWords,
  systems,
  troubleWords,
} from '../../src/shared/texts/reason-words.ts';
import { catalogues } from '../../src/shared/texts/catalogues.ts';
import { deLater } from '../../src/shared/texts/de-later.ts';
import { enLater } from '../../src/shared/texts/en-later.ts';
import { koLater } from '../../src/shared/texts/ko-later.ts';
import { particles } from '../../src/shared/texts/particles.ts';
import type { Words } from '../../src/shared/texts/translate.ts';
import { loadTranslate } from '../../src/renderer/i18n.ts';
import { loadAllWords } from '../../src/renderer/all-words.ts';
import { row } from './support/samples.ts';
import { createTranslate } from './support/words.ts';

const requestFailures: readonly FailureCode[] = [
  'bad-request',
  'not-trusted',
  'not-found',
  'program-not-runnable',
  'address-not-local',
  'too-many-rules',
  'link-not-allowed',
  'client-id-malformed',
  'copy-failed',
  'login-item-failed',
  'shortcut-unusable',
  'shortcut-taken',
  'file-not-written',
  'file-not-read',
  'file-not-settings',
  'try-out-failed',
  'busy',
  'internal',
];
const notWords =
  /\{\{|undefined|\b(find|reason|sign-in|failure|trouble|change)\.\w|!|oops|an error occurred/iu;

describe.each(['en-GB', 'de-AT', 'ko-KR'])('words in %s', (locale) => {
  const t = createTranslate(locale);

  test.each([...reasons, ...signInFailures, ...requestFailures])('failure %s', (code) => {
    const words = failureWords(t, code, 'Finance');
    expect(words).not.toMatch(notWords);
    expect(words).toMatch(/^[\p{Lu}\p{Lo}].*\.$/u);
  });

  test.each([...findFailures, ...reasons])('of looking for drives, failure %s', async (code) => {
    const words = findFailureWords(await loadAllWords(locale), code);
    expect(words).not.toMatch(notWords);
    expect(words).toMatch(/^[\p{Lu}\p{Lo}].*\.$/u);
  });

  test.each(reasons)('reason %s is a clause', (reason) => {
    expect(reasonWords(t, reason, 'Finance')).not.toMatch(notWords);
    expect(reasonWords(t, reason)).not.toMatch(/\.$/u);
    expect(asSentence(reasonWords(t, reason))).toMatch(/^[\p{Lu}\p{Lo}].*\.$/u);
  });

  test.each(troubles)('trouble %s', (trouble) => {
    for (const system of systems) {
      const words = troubleWords(t, trouble, system);
      expect(words).not.toMatch(notWords);
      expect(words).toMatch(/^\p{L}.*\.$/u);
    }
  });

  test.each(changeKinds)('change %s', (kind) => {
    for (const own of [true, false]) {
      const words = changeWords(t, row(1, { kinds: [kind], own, oldName: 'Old.xlsx' }));
      expect(words).not.toMatch(notWords);
      expect(words).toContain('Budget 2027.xlsx');
    }
  });
});

describe.each([catalogues, { en: enLater, de: deLater, ko: koLater }])('all words', (words) => {
  const { en, ...others } = words;
  const english: Words = en;
  const slots = (text: string): readonly string[] =>
    [...new Set(text.match(/\{\{.*?\}\}/gu))]
      .map((slot) => slot.replace(/, .+\/.+\}\}/u, '}}'))
      .toSorted();

  test.each(Object.entries<Words>(others))('have the same slots in %s', (_language, catalogue) => {
    for (const [key, text] of Object.entries(catalogue)) {
      expect({ key, slots: slots(text) }).toEqual({ key, slots: slots(english[key] ?? '') });
    }
  });

  test.each(Object.entries<Words>(words))('are counted as %s counts', (language, catalogue) => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const counted = new Map<string, readonly string[]>();
    for (const key of Object.keys(catalogue)) {
      const [, base, form] = /^(.+)_(zero|one|two|few|many|other)$/u.exec(key) ?? [];
      if (base && form) counted.set(base, [...(counted.get(base) ?? []), form].toSorted());
    }
    expect(counted.size).toBeGreaterThan(0);
    for (const [key, forms] of counted) {
      expect({ key, forms }).toEqual({ key, forms: pluralCategories.toSorted() });
    }
  });

  test.each(Object.entries<Words>(words))('clauses in %s begin with no name', (_language, all) => {
    const clauses = Object.entries(all).filter(([key]) => key.startsWith('reason.'));
    for (const [, text] of clauses) expect(text).not.toMatch(/^\{\{/u);
  });

  test('particles in Korean are those that are known', () => {
    for (const text of Object.values<string>(words.ko)) {
      for (const [, particle] of text.matchAll(/\{\{\w+, (.+?\/.+?)\}\}/gu)) {
        expect(particles).toContain(particle);
      }
      // The particle that changes with the sound is never left to chance.
      expect(text).not.toMatch(/\}\}(?:을|를|이|가|은|는|과|와|으로|로)(?![가-힣])/u);
    }
  });
});

test('numbers of things have their singular, and digits by locale', () => {
  const t = createTranslate('en-GB');
  expect(t('line.live', { count: 1 })).toBe('Live: 1 drive');
  expect(t('line.live', { count: 3 })).toBe('Live: 3 drives');
  expect(t('toast.many', { count: 12_400, drive: 'HR' })).toBe('12,400 changes in HR');
  expect(createTranslate('de-DE')('toast.many', { count: 12_400, drive: 'HR' })).toBe(
    '12.400 Änderungen in HR',
  );
  const korean = createTranslate('ko-KR');
  expect(korean('line.live', { count: 1 })).toBe('실시간: 드라이브 1개');
  expect(korean('toast.many', { count: 12_400, drive: 'HR' })).toBe(
    'HR에서 변경 12,400건이 있었습니다',
  );
});

test('the window loads the words of its own language', async () => {
  expect((await loadTranslate('de-AT'))('nav.drives')).toBe('Laufwerke');
  expect((await loadTranslate('ko-KR'))('nav.drives')).toBe('드라이브');
  expect((await loadTranslate('en-GB'))('nav.drives')).toBe('Drives');
});

test('an unknown language reads English', async () => {
  expect((await loadTranslate('nl-NL'))('nav.drives')).toBe('Drives');
});
