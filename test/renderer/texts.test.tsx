import { describe, expect, test } from 'vitest';
import { createTranslate } from '../../src/renderer/i18n.ts';
import { changeKinds } from '../../src/shared/activity.ts';
import type { FailureCode } from '../../src/shared/ipc.ts';
import { reasons, signInFailures, troubles } from '../../src/shared/snapshot.ts';
import { changeWords } from '../../src/shared/texts/toast-words.ts';
import {
  asSentence,
  failureWords,
  reasonWords,
  systems,
  troubleWords,
} from '../../src/shared/texts/reason-words.ts';
import { catalogues } from '../../src/shared/texts/translate.ts';
import { laterCatalogues } from '../../src/shared/texts/translate-wishes.ts';
import { row } from './support/samples.ts';

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
  'busy',
  'internal',
];
const notWords =
  /\{\{|undefined|\b(reason|sign-in|failure|trouble|change)\.\w|!|oops|an error occurred/iu;

describe.each(['en-GB', 'de-AT'])('words in %s', (locale) => {
  const t = createTranslate(locale);

  test.each([...reasons, ...signInFailures, ...requestFailures])('failure %s', (code) => {
    const words = failureWords(t, code, 'Finance');
    expect(words).not.toMatch(notWords);
    expect(words).toMatch(/^\p{Lu}.*\.$/u);
  });

  test.each(reasons)('reason %s is a clause', (reason) => {
    expect(reasonWords(t, reason, 'Finance')).not.toMatch(notWords);
    expect(reasonWords(t, reason)).not.toMatch(/\.$/u);
    expect(asSentence(reasonWords(t, reason))).toMatch(/^\p{Lu}.*\.$/u);
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

test.each([catalogues, laterCatalogues])('both languages fill the same slots', ({ en, de }) => {
  const slots = (text: string): readonly string[] => [
    ...new Set(text.match(/\{\{.*?\}\}/gu)?.toSorted()),
  ];
  const german: Readonly<Record<string, string>> = de;
  for (const [key, words] of Object.entries(en)) {
    expect({ key, slots: slots(german[key] ?? '') }).toEqual({ key, slots: slots(words) });
  }
});

test('numbers of things have their singular, and digits by locale', () => {
  const t = createTranslate('en-GB');
  expect(t('line.live', { count: 1 })).toBe('Live: 1 drive');
  expect(t('line.live', { count: 3 })).toBe('Live: 3 drives');
  expect(t('toast.many', { count: 12_400, drive: 'HR' })).toBe('12,400 changes in HR');
  expect(createTranslate('de-DE')('toast.many', { count: 12_400, drive: 'HR' })).toBe(
    '12.400 Änderungen in HR',
  );
});

test('an unknown language reads English', () => {
  expect(createTranslate('nl-NL')('nav.drives')).toBe('Drives');
});
