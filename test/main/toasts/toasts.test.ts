import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Notice } from '../../../src/core/notices/notice.ts';
import { toastActions } from '../../../src/main/toasts/actions.ts';
import { Toasts, type ToastManner } from '../../../src/main/toasts/toasts.ts';
import type { Toast, ToastSink } from '../../../src/main/toasts/toast.ts';
import { createTranslate } from '../../../src/main/words.ts';
import { changeKinds } from '../../../src/shared/activity.ts';
import type { WatchedDriveView } from '../../../src/shared/snapshot.ts';
import { tellable as row } from '../../core/support/notices.ts';

const t = createTranslate('en');
let manner: ToastManner;
let shown: Toast[];
let closed: string[];
let toasts: Toasts;

beforeEach(() => {
  manner = { hasSound: true, stays: false, isPrivate: false };
  shown = [];
  closed = [];
  const sink: ToastSink = {
    show: (toast) => shown.push(toast),
    close: (id) => closed.push(id),
    has: (id) => shown.some((toast) => toast.id === id) && !closed.includes(id),
  };
  const actionsOf = (notice: Notice) => toastActions(t, notice.count === 1 ? ['open', 'mute'] : []);
  toasts = new Toasts({ t, sink, manner: () => manner, actionsOf });
});

function notice(parts: Partial<Notice> = {}): Notice {
  return {
    noticeId: 'n-1',
    drives: [{ driveId: 'd-1', watchId: 'w-1', driveName: 'Finance' }],
    changes: [row()],
    count: 1,
    actors: ['Ada'],
    place: [],
    isUpdate: false,
    isQuiet: false,
    after: null,
    ...parts,
  };
}

const drives = [
  { name: 'Finance', liveness: { state: 'polling', since: 0, reason: 'push-lost' } },
] as unknown as readonly WatchedDriveView[];

it('says a notice in words, with what can be done about it', () => {
  toasts.show(notice());
  expect(shown).toMatchObject([{ id: 'n-1', isSilent: false, stays: false, isUrgent: false }]);
  expect(shown[0]?.title).toContain('Ada');
  expect(shown[0]?.title).toContain('Budget.xlsx');
  expect(shown[0]?.body).toContain('Finance');
  expect(shown[0]?.actions).toEqual([
    { key: 'open', label: 'Open' },
    { key: 'mute', label: 'Mute' },
  ]);
});

it('brings one up to date without a sound, and counts what it does not name', () => {
  toasts.show(notice({ count: 17, isUpdate: true }));
  expect(shown).toMatchObject([{ isSilent: true, actions: [] }]);
  expect(shown[0]?.title).toContain('17');
});

it('asks for a sign-in, and tells of drives that are not live without a sound', () => {
  toasts.askSignIn({ noticeId: 's-1', username: 'ada@contoso.com' });
  toasts.tellNotLive({ noticeId: 'l-1', drives });
  expect(shown).toMatchObject([
    { id: 's-1', title: t('toast.sign-in'), isSilent: false },
    { id: 'l-1', title: t('toast.not-live'), isSilent: true },
  ]);
  expect(shown[0]?.body).toContain('ada@contoso.com');
  expect(shown[1]?.body).toContain('Finance');
});

it('shows what one looks like', () => {
  toasts.test();
  expect(shown).toMatchObject([
    {
      id: 'test',
      title: t('toast.test'),
      body: t('toast.test.body'),
      isSilent: false,
      actions: [],
    },
  ]);
});

it('calls nobody back to a toast that has been put away, unless there is news', () => {
  toasts.show(notice());
  toasts.show(notice({ count: 2, isUpdate: true, isQuiet: true }));
  expect(shown).toHaveLength(2);
  toasts.close('n-1');
  toasts.show(notice({ count: 3, isUpdate: true, isQuiet: true }));
  expect(shown).toHaveLength(2);
  toasts.show(notice({ isUpdate: true }));
  expect(shown).toHaveLength(3);
});

it('does not bring a toast up again that says it already, unless there is news', () => {
  toasts.show(notice());
  for (const times of [2, 3])
    toasts.show(notice({ changes: [row({ times })], isUpdate: true, isQuiet: true }));
  expect(shown).toHaveLength(1);
  toasts.show(notice());
  expect(shown).toHaveLength(2);
});

it('lets an alarm through', () => {
  const alarm = { noticeId: 'a-1', driveName: 'Finance', after: null };
  toasts.alarm({ ...alarm, items: 60, actors: ['Ada'], isUpdate: false });
  expect(shown).toMatchObject([{ id: 'a-1', isUrgent: true, isSilent: false }]);
  expect(shown[0]?.title).toContain('60');
});

it.each([
  [false, 'While you were away: Ada deleted 60 items in Finance'],
  [true, 'While you were away: 60 items were deleted'],
])('says of an alarm that comes after a night that nobody was there: private %s', (is, title) => {
  manner = { ...manner, isPrivate: is };
  const alarm = { noticeId: 'a-1', driveName: 'Finance', items: 60, actors: ['Ada'] };
  toasts.alarm({ ...alarm, after: 'away', isUpdate: false });
  expect(shown[0]?.title).toBe(title);
  expect(shown[0]?.body).not.toMatch(/minute|short|within/);
});

it('closes, and knows which are there', () => {
  toasts.show(notice());
  expect(toasts.has('n-1')).toBe(true);
  toasts.close('n-1');
  expect([closed, toasts.has('n-1')]).toEqual([['n-1'], false]);
});

it('follows the person’s wishes as they are at that moment', () => {
  manner = { hasSound: false, stays: true, isPrivate: false };
  toasts.show(notice());
  toasts.askSignIn({ noticeId: 's-1', username: 'ada@contoso.com' });
  manner = { hasSound: true, stays: false, isPrivate: false };
  toasts.show(notice());
  expect(shown.map(({ isSilent, stays }) => [isSilent, stays])).toEqual([
    [true, true],
    [true, true],
    [false, false],
  ]);
});

it('lets demo and specs see what is shown', () => {
  const seen: unknown[] = [];
  const look = (message: unknown): unknown => seen.push(message);
  subscribe('drivebell.toast', look);
  toasts.show(notice());
  unsubscribe('drivebell.toast', look);
  expect(seen).toEqual([{ id: 'n-1', title: shown[0]?.title, body: shown[0]?.body }]);
});

describe.each(['en', 'de', 'ko'])('in private, in %s', (locale) => {
  const named = /Ada|Grace|Budget|Plans|Finance|contoso/;

  beforeEach(() => {
    manner = { hasSound: true, stays: false, isPrivate: true };
    const sink: ToastSink = {
      show: (toast) => shown.push(toast),
      close: () => undefined,
      has: () => false,
    };
    const translate = createTranslate(locale);
    toasts = new Toasts({ t: translate, sink, manner: () => manner, actionsOf: () => [] });
  });

  it.each(changeKinds)('names nothing of what was %s', (kind) => {
    for (const itemKind of ['file', 'folder'] as const) {
      const change = row({ kinds: [kind], itemKind, oldName: 'Budget.doc', place: ['Plans'] });
      toasts.show(notice({ changes: [change] }));
    }
    for (const { title, body } of shown) expect(`${title} ${body}`).not.toMatch(named);
    expect(new Set(shown.map(({ title }) => title)).size).toBe(kind === 'mentioned' ? 1 : 2);
  });

  it('counts', () => {
    toasts.show(notice({ changes: [row(), row({ id: 2 })], count: 17, actors: ['Ada', 'Grace'] }));
    expect(shown[0]?.title).toMatch(/^(?:17 \S+|변경 17건)$/);
  });

  it('says how often somebody mentions you', () => {
    const changes = [row({ kinds: ['mentioned'] }), row({ id: 2, kinds: ['mentioned'] })];
    toasts.show(notice({ changes, count: 2 }));
    expect(shown[0]?.title).toContain('2');
  });

  it('names neither account nor drive', () => {
    toasts.askSignIn({ noticeId: 's-1', username: 'ada@contoso.com' });
    toasts.tellNotLive({ noticeId: 'l-1', drives });
    for (const { title, body } of shown) expect(`${title} ${body}`).not.toMatch(named);
  });
});
