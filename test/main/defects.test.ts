import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigNewer } from '../../src/core/settings/kept-config.ts';
import { DatabaseUnusable } from '../../src/core/store/database.ts';
import { endAtStart, endOnDefects } from '../../src/main/defects.ts';
import { UnusableOption } from '../../src/main/options.ts';
import { createTranslate } from '../../src/main/words.ts';
import { heardLog, type HeardLog } from '../core/support/doubles.ts';
import { resetElectron, seen } from './support/electron.ts';

const t = createTranslate('en');
const german = createTranslate('de');
const secret = '/home/ada/.config/Drivebell';

let log: HeardLog;

beforeEach(() => {
  resetElectron();
  log = heardLog();
});

describe('what keeps the app from starting is said, and ends it', () => {
  it.each<[string, unknown, string]>([
    ['a newer database', new DatabaseUnusable('database-newer'), 'start.database-newer'],
    ['newer settings', new ConfigNewer(), 'start.config-newer'],
    [
      'a database that cannot be had',
      new DatabaseUnusable('database-unusable', new Error(secret)),
      'start.database-unusable',
    ],
    ['any other error', new Error(secret), 'start.internal'],
    ['what is no error', secret, 'start.internal'],
    ['nothing', undefined, 'start.internal'],
  ])('%s', (_what, thrown, key) => {
    for (const words of [t, german]) {
      seen.ends.length = 0;
      endAtStart(words, log, thrown);
      const sentence = words(key as 'start.internal');
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
      expect(seen.ends).toEqual([`${words('start.title')}: ${sentence}`, 'exit 1']);
    }
    expect(log.events).toEqual(['not-started', 'not-started']);
    expect(log.text()).not.toContain('ada');
  });

  it('a variable of a developer, by its name', () => {
    endAtStart(t, log, new UnusableOption('DRIVEBELL_GRAPH_URL is not a URL.'));
    expect(seen.ends).toEqual([
      'Drivebell cannot start: DRIVEBELL_GRAPH_URL is not a URL.',
      'exit 1',
    ]);
  });
});

describe('what is thrown and caught by nobody', () => {
  const events = ['unhandledRejection', 'uncaughtException'] as const;
  type Listener = (thrown: unknown) => void;
  const listenersOf = (event: string): readonly Listener[] =>
    (process as NodeJS.EventEmitter).listeners(event) as Listener[];
  let added: Map<string, readonly Listener[]>;

  // The test runner listens as well, and must not hear of it.
  beforeEach(() => {
    const before = new Set(events.flatMap((event) => listenersOf(event)));
    endOnDefects(t, log);
    added = new Map(
      events.map((event) => [event, listenersOf(event).filter((one) => !before.has(one))]),
    );
  });

  afterEach(() => {
    for (const [event, listeners] of added) {
      for (const listener of listeners) process.removeListener(event, listener);
    }
  });

  function happens(event: (typeof events)[number], thrown: unknown): void {
    for (const listener of added.get(event) ?? []) listener(thrown);
  }

  it('in a promise is only noted', () => {
    happens('unhandledRejection', new TypeError(secret));
    expect([log.events, seen.ends]).toEqual([['defect'], []]);
    expect(log.text()).not.toContain('ada');
  });

  it('elsewhere ends the app with a word', () => {
    happens('uncaughtException', new TypeError(secret));
    expect(log.events).toEqual(['defect']);
    expect(log.text()).toContain('"fatal":true');
    expect(log.text()).not.toContain('ada');
    expect(seen.ends).toEqual([`${t('start.defect.title')}: ${t('start.defect')}`, 'exit 1']);
  });
});
