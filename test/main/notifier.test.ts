import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Notice } from '../../src/core/notices/notice.ts';
import { Toasts } from '../../src/main/notifier.ts';
import { createTranslate } from '../../src/main/words.ts';
import { tellable } from '../core/support/notices.ts';
import { given, Notification, resetElectron, seen } from './electron.ts';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

let heard: string[];
let toasts: Toasts;

function toastsOn(platform: NodeJS.Platform): Toasts {
  given.platform = platform;
  return new Toasts({
    t: createTranslate('en'),
    locale: 'en',
    platform,
    onClick: (noticeId) => heard.push(`click ${noticeId}`),
    onShown: () => heard.push('shown'),
    onFailed: () => heard.push('failed'),
  });
}

beforeEach(() => {
  resetElectron();
  heard = [];
  toasts = toastsOn('linux');
});

function notice(parts: Partial<Notice> = {}): Notice {
  return {
    noticeId: 'n-1',
    drives: [{ watchId: 'w-1', driveName: 'Finance' }],
    place: [],
    isQuiet: false,
    after: null,
    changes: [tellable()],
    count: 1,
    actors: ['Ada'],
    isUpdate: false,
    ...parts,
  };
}

function last(): Notification {
  const found = seen.notifications.at(-1)?.deref();
  if (!found) throw new Error('No notification is there.');
  return found;
}

function alive(): readonly boolean[] {
  return seen.notifications.map((one) => one.deref() !== undefined);
}

async function collect(): Promise<void> {
  // What a turn has looked at stays until the turn is over.
  await setImmediate();
  gc();
}

it('shows a notice in words', () => {
  toasts.show(notice());
  expect(last()).toMatchObject({ id: 'n-1', isShown: true, silent: false });
  expect(last().title).toContain('Ada');
  expect(last().title).toContain('Budget.xlsx');
  expect(last().body).toContain('Finance');
});

it('shows an update in place of the toast it was, without a sound', () => {
  toasts.show(notice());
  const first = last();
  toasts.show(
    notice({
      changes: [tellable(), tellable({ id: 2, name: 'Plan.docx' })],
      count: 2,
      isUpdate: true,
    }),
  );
  expect([first.isShown, last().isShown, last().silent, last().id]).toEqual([
    false,
    true,
    true,
    'n-1',
  ]);
  expect(last().title).toContain('2');
});

it('counts what it does not name', () => {
  toasts.show(notice({ count: 17 }));
  expect(last().title).toContain('17');
});

it('closes a toast, and does not mind one that is none', () => {
  toasts.show(notice());
  toasts.close('n-1');
  toasts.close('n-1');
  expect(last().isShown).toBe(false);
});

it('passes on clicks, and whether toasts work at all', () => {
  toasts.show(notice());
  last().emit('show');
  last().emit('click');
  last().emit('failed', {}, 'no permission');
  expect(heard).toEqual(['shown', 'click n-1', 'failed']);
});

describe('a toast of an earlier run', () => {
  it('that is clicked on Windows is heard', () => {
    given.platform = 'win32';
    Toasts.onActivation(() => heard.push('activated'));
    Notification.activated?.();
    expect(heard).toEqual(['activated']);
  });

  it.each(['linux', 'darwin'] as const)('can be heard of on no other system: %s', (platform) => {
    given.platform = platform;
    expect(() => Toasts.onActivation(() => undefined)).toThrow(TypeError);
  });
});

it.each([true, false])('passes on whether the system can show any: %s', (can) => {
  given.areNotificationsSupported = can;
  expect(Toasts.isSupported()).toBe(can);
});

describe('markup', () => {
  const place = ['R&D', '<b>bold</b>'];
  it.each<[NodeJS.Platform, boolean]>([
    ['linux', true],
    ['win32', false],
    ['darwin', false],
  ])('in the body, on %s, is escaped: %s', (platform, isEscaped) => {
    toastsOn(platform).show(notice({ changes: [tellable({ place, name: 'a & <b>' })] }));
    expect(last().body.includes('R&amp;D')).toBe(isEscaped);
    expect(last().body.includes('&lt;b&gt;bold&lt;/b&gt;')).toBe(isEscaped);
    expect(last().body.includes('<b>')).toBe(!isEscaped);
    expect(last().title).toContain('a & <b>');
  });
});

describe('a toast that asks for a sign-in', () => {
  const asked = { noticeId: 's-1', username: 'ada@contoso.com' };

  it('says whose, with a sound', () => {
    toasts.askSignIn(asked);
    expect(last()).toMatchObject({ id: 's-1', isShown: true, silent: false });
    expect(last().title).toBe(createTranslate('en')('toast.sign-in'));
    expect(last().body).toContain('ada@contoso.com');
  });

  it('is passed on when it is clicked, and whether it was shown', () => {
    toasts.askSignIn(asked);
    last().emit('show');
    last().emit('click');
    last().emit('failed');
    expect(heard).toEqual(['shown', 'click s-1', 'failed']);
  });

  it('is closed by its id, without a word', () => {
    toasts.askSignIn(asked);
    toasts.close('s-1');
    expect([last().isShown, heard]).toEqual([false, []]);
  });

  it('takes the place of the one it was, and of no other', () => {
    toasts.show(notice());
    const other = last();
    toasts.askSignIn(asked);
    const first = last();
    toasts.askSignIn({ ...asked, username: 'grace@contoso.com' });
    expect([other.isShown, first.isShown, last().isShown]).toEqual([true, false, true]);
    expect(last().body).toContain('grace@contoso.com');
  });

  it.each<[NodeJS.Platform, string]>([
    ['linux', '&lt;b&gt;&amp;'],
    ['win32', '<b>&'],
    ['darwin', '<b>&'],
  ])('has no markup on %s', (platform, name) => {
    toastsOn(platform).askSignIn({ ...asked, username: '<b>&' });
    expect(last().body).toMatch(new RegExp(String.raw`\s${name}\W`));
  });
});

describe('a toast that nobody else holds', () => {
  it('lives until it is clicked', async () => {
    toasts.show(notice());
    new Notification({ title: 'held by nobody' }).show();
    await collect();
    expect(alive()).toEqual([true, false]);
    last0().emit('click');
    await collect();
    expect([alive(), heard]).toEqual([[false, false], ['click n-1']]);
  });

  it.each<[string, () => void]>([
    ['has failed', () => last0().emit('failed')],
    ['is replaced', () => toasts.show(notice({ isUpdate: true }))],
    ['is closed', () => toasts.close('n-1')],
  ])('is let go when it %s', async (_what, end) => {
    toasts.show(notice());
    end();
    await collect();
    expect(alive()[0]).toBe(false);
  });

  it('lives until it is clicked when it asks for a sign-in', async () => {
    toasts.askSignIn({ noticeId: 's-1', username: 'ada@contoso.com' });
    await collect();
    expect(alive()).toEqual([true]);
    last0().emit('click');
    await collect();
    expect([alive(), heard]).toEqual([[false], ['click s-1']]);
  });

  it('is let go when two hundred newer ones are there', async () => {
    for (let n = 0; n <= 200; n += 1) toasts.show(notice({ noticeId: `n-${n}` }));
    await collect();
    expect(
      alive()
        .map((one, index) => (one ? -1 : index))
        .filter((index) => index >= 0),
    ).toEqual([0]);
  });
});

function last0(): Notification {
  const found = seen.notifications[0]?.deref();
  if (!found) throw new Error('The toast was collected.');
  return found;
}

it('calls for an alarm, and changes its number without another sound', () => {
  const alarm = {
    noticeId: 'alarm-9',
    watchId: 'w-1',
    driveName: 'Finance',
    items: 60,
    actors: ['Ada'],
    rowId: 9,
    lastAt: 0,
  };
  toasts.alarm({ ...alarm, isUpdate: false });
  expect(last()).toMatchObject({ id: 'alarm-9', silent: false });
  expect(last().title).toBe('Ada deleted 60 items in Finance');
  toasts.alarm({ ...alarm, items: 70, actors: ['Ada', null], isUpdate: true });
  expect(last()).toMatchObject({ silent: true, title: '70 items were deleted in Finance' });
});
