import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TrayIcon } from '../../src/main/tray.ts';
import { createTranslate } from '../../src/main/words.ts';
import type { LivenessState, Snapshot } from '../../src/shared/snapshot.ts';
import { noon } from '../core/support/doubles.ts';
import { activityRow as row, traySnapshot as snapshot } from './support/tray-snapshot.ts';
import type { TrayCommand } from '../../src/shared/texts/tray-menu.ts';
import { resetElectron, seen, type Tray } from './support/electron.ts';

let heard: TrayCommand[];
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

function create(
  first: Snapshot,
  platform: NodeJS.Platform = 'linux',
): { icon: TrayIcon; tray: Tray } {
  const icon = new TrayIcon(
    {
      t: createTranslate('en'),
      locale: () => 'en',
      platform,
      iconsDir: '/icons',
      onCommand: (command) => heard.push(command),
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

function labelOf(tray: Tray, id: string): string | undefined {
  return itemsOf(tray).find((item) => item.id === id)?.label;
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
    expect(tray.image).toBe(join('/icons', 'linux/plain.png'));
    await vi.advanceTimersByTimeAsync(1);
    expect(tray.image).toBe(join('/icons', 'linux/slash.png'));
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
    expect(tray.image).toBe(join('/icons', 'linux/plain.png'));
  });

  it('turns better at once', () => {
    const { icon, tray } = create(snapshot('sign-in-needed'));
    icon.draw(snapshot('live'));
    expect(tray.image).toBe(join('/icons', 'linux/plain.png'));
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
  it('is what the entries say', () => {
    const { tray } = create(snapshot('live', { pausedUntil: 'until-resumed' }));
    expect(tray.menu?.items.map((item) => item.id ?? item.type)).toEqual([
      'state',
      'separator',
      'open',
      'paused',
      'resume',
      'settings',
      'separator',
      'quit',
    ]);
    expect(itemsOf(tray).find((item) => item.id === 'paused')?.enabled).toBe(false);
  });

  it('makes no shortcut of an ampersand', () => {
    const { tray } = create(snapshot('live', { recent: [row(1, { name: 'R&D && more.docx' })] }));
    expect(labelOf(tray, 'change-1')).toBe('Ada edited “R&&D &&&& more.docx”');
  });

  it('asks for what was chosen', () => {
    const { icon, tray } = create(snapshot('live', { unread: 1, recent: [row(7)] }));
    for (const id of ['state', 'change-7', 'open', 'pause-tomorrow', 'mark-read', 'settings']) {
      choose(tray, id);
    }
    icon.draw(snapshot('live', { pausedUntil: noon + 1000 }));
    choose(tray, 'resume');
    choose(tray, 'quit');
    expect(heard).toEqual([
      { ask: 'show', page: 'drives' },
      { ask: 'open-item', activityId: 7 },
      { ask: 'show', page: null },
      { ask: 'pause', until: 'tomorrow' },
      { ask: 'mark-read', upTo: 7 },
      { ask: 'show', page: 'settings' },
      { ask: 'resume' },
      { ask: 'quit' },
    ]);
  });

  it('stays open while nothing of it changes', async () => {
    const { icon, tray } = create(snapshot('live', { unread: 7, recent: [row(7)] }), 'win32');
    icon.draw(snapshot('live', { unread: 8, recent: [row(7)] }));
    await vi.advanceTimersByTimeAsync(5000);
    expect(tray.menusSet).toBe(1);
  });

  it('is set at once on Linux', () => {
    const { icon, tray } = create(snapshot('live'));
    icon.draw(snapshot('live', { recent: [row(1)] }));
    icon.draw(snapshot('live', { recent: [row(2), row(1)] }));
    expect([tray.menusSet, labelOf(tray, 'change-2')]).toEqual([3, 'Ada edited “Budget.xlsx”']);
  });

  it.each(['win32', 'darwin'] as const)(
    'is set twice a second at most on %s, and ends as it should',
    async (platform) => {
      const { icon, tray } = create(snapshot('live'), platform);
      for (let n = 1; n <= 20; n += 1) {
        icon.draw(snapshot('live', { recent: [row(n)] }));
        await vi.advanceTimersByTimeAsync(50);
      }
      await vi.advanceTimersByTimeAsync(5000);
      expect([tray.menusSet, labelOf(tray, 'change-20')]).toEqual([3, 'Ada edited “Budget.xlsx”']);
    },
  );
});

const shown: TrayCommand = { ask: 'show', page: null };

it.each<[NodeJS.Platform, readonly TrayCommand[]]>([
  ['linux', [shown]],
  ['win32', [shown]],
  ['darwin', []],
])('a click on %s: %j', (platform, expected) => {
  create(snapshot('live'), platform).tray.emit('click');
  expect(heard).toEqual(expected);
});

it('destroyed, draws no more', async () => {
  const { icon, tray } = create(snapshot('live'), 'win32');
  icon.draw(snapshot('offline'));
  icon.destroy();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([tray.isGone, vi.getTimerCount()]).toEqual([true, 0]);
});
