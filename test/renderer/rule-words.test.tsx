import { describe, expect, test } from 'vitest';
import { loadAllWords } from '../../src/renderer/all-words.ts';
import { ruleSentence } from '../../src/shared/texts/rule-words.ts';
import type { RuleView } from '../../src/shared/wishes.ts';
import { day, drive, minute, now, rule } from './support/samples.ts';

const midnight = (ahead: number): number => new Date(now + ahead * day).setHours(0, 0, 0, 0);
const editors = '~$*, *.tmp, .~lock.*#, *.lck, *.swp';

const words = { 'en-GB': await loadAllWords('en-GB'), de: await loadAllWords('de') };

function say(fields: Partial<RuleView>, locale: keyof typeof words = 'en-GB'): string {
  const around = { drives: [drive('finance')], now, locale };
  return ruleSentence(words[locale], rule('r', fields), around);
}

describe('a rule in one sentence', () => {
  test.each<[string, Partial<RuleView>]>([
    ['Everything: list only', {}],
    ['Everything: notify', { action: 'notify' }],
    ['Finance: ignore', { watchId: 'finance', action: 'ignore' }],
    ['A drive no longer watched: list only', { watchId: 'gone' }],
    [
      'Finance, files named *.tmp: ignore',
      { watchId: 'finance', pattern: '*.tmp', action: 'ignore' },
    ],
    [
      'Files named ~$*, *.tmp, .~lock.*# and 2 more: ignore',
      { pattern: editors, action: 'ignore' },
    ],
    ['Files named a, b: list only', { pattern: ' a ,, b ' }],
    [
      'Everything by Adele Vance: list only, until 15:00',
      { person: 'Adele Vance', until: now + 30 * minute },
    ],
    [
      'Everything by Adele Vance: list only, until midnight',
      { person: 'Adele Vance', until: midnight(1) },
    ],
    ['Everything: list only, until the end of Friday 20 November', { until: midnight(3) }],
    ['“Plans” in Finance: list only', { watchId: 'finance', within: 'Plans' }],
    [
      '“Plans” in Finance, files named *.pdf by Adele Vance: notify',
      {
        watchId: 'finance',
        within: 'Plans',
        pattern: '*.pdf',
        person: 'Adele Vance',
        action: 'notify',
      },
    ],
    ['What I created or last changed: notify', { isMineOnly: true, action: 'notify' }],
    [
      'Everything by Adele Vance, only what I created or last changed: list only',
      { person: 'Adele Vance', isMineOnly: true },
    ],
    [
      'Everything, only if created, deleted or mentioning me: list only',
      { kinds: ['created', 'deleted', 'mentioned'] },
    ],
    ['Finance, everything, only if edited: list only', { watchId: 'finance', kinds: ['edited'] }],
    ['Everything by {{action}} $t(app.name): list only', { person: '{{action}} $t(app.name)' }],
  ])('%s', (words, fields) => {
    expect(say(fields)).toBe(words);
  });

  test('in German', () => {
    expect(say({ watchId: 'finance', pattern: '*.tmp', action: 'ignore' }, 'de')).toBe(
      'Finance, Dateien namens *.tmp: ignorieren',
    );
    expect(
      say({ person: 'Adele Vance', kinds: ['created', 'edited'], until: midnight(3) }, 'de'),
    ).toBe(
      'Alles von Adele Vance, nur wenn erstellt oder bearbeitet: nur auflisten, bis Ende Freitag, 20. November',
    );
  });
});
