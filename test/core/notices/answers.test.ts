import { beforeEach, describe, expect, it } from 'vitest';
import { actionsOf, NoticeAnswers, noticeActionOf } from '../../../src/core/notices/answers.ts';
import { beginNotice } from '../../../src/core/notices/notice.ts';
import type { ToldNotice } from '../../../src/core/store/told-notices.ts';
import type { TellableRow } from '../../../src/core/store/activity-row.ts';
import type { Outcome } from '../../../src/shared/ipc.ts';
import { tellable } from '../support/notices.ts';

const done: Outcome<void> = { ok: true, value: undefined };
const gone: Outcome<void> = { ok: false, code: 'not-found' };

let asked: string[];
let outcome: Outcome<void>;
let known: ToldNotice | null;
let folder: { itemId: string; name: string } | null;
let answers: NoticeAnswers;

beforeEach(() => {
  asked = [];
  outcome = done;
  known = null;
  folder = { itemId: 'plans', name: 'Plans' };
  const ask = (what: string): Outcome<void> => {
    asked.push(what);
    return outcome;
  };
  answers = new NoticeAnswers({
    decisions: {
      notices: { find: () => known },
      subjectOf: (id) =>
        id > 100 ? null : { watchId: `w-${id}`, itemId: 'i', name: 'a', folder, actor: 'Ada' },
    },
    history: {
      openItem: async (id) => ask(`open ${id}`),
      openFolder: async (id) => ask(`open folder of ${id}`),
    },
    opener: { openRecycleBin: async (watchId) => ask(`bin of ${watchId}`) },
    rules: {
      mute: (id, what, until) => {
        const muted = ask(`mute ${what} of ${id} ${until}`);
        return muted.ok ? { ok: true, value: 'muted' } : muted;
      },
    },
  });
});

const rows = (...parts: readonly Partial<TellableRow>[]) =>
  parts.map((part, n) => tellable({ id: n + 1, place: ['Plans'], ...part }));

describe('a toast', () => {
  it.each([
    ['open', 'open 7'],
    ['open-folder', 'open folder of 7'],
    ['mute', 'mute folder of 7 one-hour'],
  ] as const)('of one change: %s', async (action, what) => {
    expect([await answers.answer('n-7', action), asked]).toEqual(['done', [what]]);
  });

  it('of several changes shows the list, or mutes the drive', async () => {
    known = { rowId: 2, count: 2 };
    expect(await answers.answer('n-1', 'open')).toBe('show-window');
    expect(await answers.answer('n-1', 'mute')).toBe('done');
    expect(asked).toEqual(['mute drive of 2 one-hour']);
  });

  it('of a file that was changed again opens it by the newest row', async () => {
    known = { rowId: 9, count: 1 };
    await answers.answer('n-7', 'open');
    expect(asked).toEqual(['open 9']);
  });

  it('of what lies at the top of a drive mutes the drive', async () => {
    folder = null;
    await answers.answer('n-7', 'mute');
    expect(asked).toEqual(['mute drive of 7 one-hour']);
  });

  it('of an alarm opens the recycle bin', async () => {
    expect(await answers.answer('alarm-7', 'open')).toBe('done');
    expect(asked).toEqual(['bin of w-7']);
  });

  it('whose item cannot be opened shows the window', async () => {
    outcome = gone;
    expect(await answers.answer('n-7', 'open')).toBe('show-window');
  });

  it.each(['sign-in', 'not-live', 'alarm-101', 'n-', 'n-1x', ''])(
    '“%s” shows the window',
    async (id) => {
      expect([await answers.answer(id, 'open'), asked]).toEqual(['show-window', []]);
    },
  );
});

describe('the buttons', () => {
  it.each<[string, readonly TellableRow[], readonly string[]]>([
    ['of one change', rows({}), ['open', 'open-folder', 'mute']],
    ['of what has no page', rows({ canOpen: false }), ['open-folder', 'mute']],
    ['of what lies at the top', rows({ place: [] }), ['open', 'mute']],
    ['of several changes', rows({}, {}), ['mute']],
    ['of several drives', rows({}, { watchId: 'w-2' }), []],
  ])('%s', (_what, changes, actions) => {
    expect(actionsOf(beginNotice(changes))).toEqual(actions);
  });

  it.each([
    ['mute', 'mute'],
    ['default', 'open'],
    ['__proto__', 'open'],
  ])('%s is %s', (key, action) => {
    expect(noticeActionOf(key)).toBe(action);
  });
});
