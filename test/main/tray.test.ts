import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clientIdsOf } from '../../src/core/client-ids.ts';
import { TrayIcon } from '../../src/main/tray.ts';
import { createTranslate } from '../../src/main/words.ts';
import type { LivenessState, Snapshot } from '../../src/shared/snapshot.ts';
import { noon } from '../core/support/doubles.ts';
import { resetElectron, seen, type Tray } from './electron.ts';

let heard: string[];
let made: TrayIcon[];

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
  resetElectron();
  heard = [];
  made = [];
});

afterEach(() => {
  for (const icon of made) icon.destroy();
  vi.useRealTimers();
});

function snapshot(state: LivenessState, parts: Partial<Snapshot> = {}): Snapshot {
  const liveness = { state, since: Date.now(), reason: null };
  const drive = {
    watchId: 'w-1',
    accountId: 'a-1',
    name: 'R&D',
    kind: 'library',
    liveness,
    connection: null,
    pollSeconds: null,
    learning: null,
    names: null,
    lastChangeAt: null,
  } as const;
  return {
    version: '0',
    accounts: [],
    signIn: { state: 'idle' },
    clientIds: clientIdsOf({ builtIn: '', environment: '' }, {}),
    tokenStorage: 'safe',
    drives: [drive],
    liveness,
    pausedUntil: null,
    tellsOwn: false,
    unread: 0,
    recent: [],
    activityRevision: 0,
    troubles: [],
    ...parts,
  };
}

function create(
  first: Snapshot,
  platform: NodeJS.Platform = 'linux',
): { icon: TrayIcon; tray: Tray } {
  const icon = new TrayIcon(
    {
      t: createTranslate('en'),
      locale: 'en',
      platform,
      iconsDir: '/icons',
      open: () => heard.push('open'),
      pause: (until) => heard.push(`pause ${until}`),
      resume: () => heard.push('resume'),
      quit: () => heard.push('quit'),
    },
    first,
  );
  made.push(icon);
  const tray = seen.trays.at(-1);
  if (!tray) throw new Error('No tray was made.');
  return { icon, tray };
}

type Item = NonNullable<Tray['menu']>['items'][number];

function itemsOf(tray: Tray): readonly Item[] {
  return (tray.menu?.items ?? []).flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? item.submenu : []),
  ]);
}

function choose(tray: Tray, id: string): void {
  const item = itemsOf(tray).find((one) => one.id === id);
  item?.click?.({} as never, undefined, {});
}

describe('the icon', () => {
  it.each<[NodeJS.Platform, LivenessState, Partial<Snapshot>, string]>([
    ['linux', 'live', {}, 'linux/plain.png'],
    ['linux', 'starting', {}, 'linux/hollow.png'],
    ['linux', 'polling', { unread: 2 }, 'linux/hollow-unread.png'],
    ['win32', 'offline', { pausedUntil: 'until-resumed' }, 'win32/slash-paused.ico'],
    ['darwin', 'sign-in-needed', {}, 'darwin/exclamationTemplate.png'],
    ['darwin', 'unavailable', { unread: 1 }, 'darwin/exclamation-unreadTemplate.png'],
  ])('on %s, %s %j, is %s', (platform, state, parts, file) => {
    const { tray } = create(snapshot(state, parts), platform);
    expect(tray.image).toBe(join('/icons', file));
  });

  it('turns worse after thirty seconds by itself', async () => {
    const { icon, tray } = create(snapshot('live'));
    icon.draw(snapshot('offline'));
    await vi.advanceTimersByTimeAsync(29_999);
    expect(tray.image).toBe('/icons/linux/plain.png');
    await vi.advanceTimersByTimeAsync(1);
    expect(tray.image).toBe('/icons/linux/slash.png');
  });

  it('turns worse though the trouble is another one every few seconds', async () => {
    const { icon, tray } = create(snapshot('live'));
    const states: readonly LivenessState[] = ['offline', 'unavailable', 'sign-in-needed'];
    for (let n = 0; n < 7; n += 1) {
      icon.draw(snapshot(states[n % 3] ?? 'offline'));
      await vi.advanceTimersByTimeAsync(5000);
    }
    expect(tray.image).not.toContain('plain');
  });

  it('does not turn worse when the trouble has passed before', async () => {
    const { icon, tray } = create(snapshot('live'));
    icon.draw(snapshot('offline'));
    await vi.advanceTimersByTimeAsync(10_000);
    icon.draw(snapshot('live'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tray.image).toBe('/icons/linux/plain.png');
  });

  it('turns better at once', () => {
    const { icon, tray } = create(snapshot('sign-in-needed'));
    icon.draw(snapshot('live'));
    expect(tray.image).toBe('/icons/linux/plain.png');
  });
});

describe('the tooltip', () => {
  it('says how things are, at once', () => {
    const { icon, tray } = create(snapshot('live'));
    const before = tray.tooltip;
    icon.draw(snapshot('offline', { unread: 3 }));
    expect(before).toContain('Drivebell');
    expect(tray.tooltip).not.toBe(before);
    expect(tray.tooltip).toContain('3');
  });

  it('is never longer than Windows shows', () => {
    const drive = snapshot('unavailable').drives.map((one) => ({ ...one, name: 'x'.repeat(400) }));
    const { tray } = create(snapshot('unavailable', { drives: drive }));
    expect(tray.tooltip.length).toBeLessThanOrEqual(127);
  });
});

describe('the menu', () => {
  const idsOf = (tray: Tray): readonly (string | undefined)[] =>
    itemsOf(tray).map((item) => item.id ?? item.type);

  it('offers to pause while notices are shown', () => {
    const { tray } = create(snapshot('live'));
    expect(idsOf(tray)).toEqual([
      'open',
      'separator',
      'pause',
      'pause-one-hour',
      'pause-tomorrow',
      'pause-until-resumed',
      'separator',
      'quit',
    ]);
  });

  it('offers to resume while paused', () => {
    const { icon, tray } = create(snapshot('live'));
    icon.draw(snapshot('live', { pausedUntil: 'until-resumed' }));
    expect(idsOf(tray)).toEqual(['open', 'separator', 'paused', 'resume', 'separator', 'quit']);
    expect(itemsOf(tray).find((item) => item.id === 'paused')?.enabled).toBe(false);
    icon.draw(snapshot('live'));
    expect(idsOf(tray)).toContain('pause');
  });

  it('does what it says', () => {
    const { icon, tray } = create(snapshot('live'));
    for (const id of ['open', 'pause-one-hour', 'pause-tomorrow', 'pause-until-resumed', 'quit']) {
      choose(tray, id);
    }
    icon.draw(snapshot('live', { pausedUntil: noon + 1000 }));
    choose(tray, 'resume');
    expect(heard).toEqual([
      'open',
      'pause one-hour',
      'pause tomorrow',
      'pause until-resumed',
      'quit',
      'resume',
    ]);
  });

  it('stays open while nothing of it changes', () => {
    const { icon, tray } = create(snapshot('live'));
    icon.draw(snapshot('offline', { unread: 7 }));
    icon.draw(snapshot('live', { unread: 8 }));
    expect(tray.menusSet).toBe(1);
  });
});

it.each<[NodeJS.Platform, readonly string[]]>([
  ['linux', ['open']],
  ['win32', ['open']],
  ['darwin', []],
])('a click on %s: %j', (platform, expected) => {
  create(snapshot('live'), platform).tray.emit('click');
  expect(heard).toEqual(expected);
});

it('destroyed, draws no more', async () => {
  const { icon, tray } = create(snapshot('live'));
  icon.draw(snapshot('offline'));
  icon.destroy();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([tray.isGone, vi.getTimerCount()]).toEqual([true, 0]);
});
