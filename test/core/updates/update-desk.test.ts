import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { releasesPage } from '../../../src/core/updates/release.ts';
import { UpdateDesk } from '../../../src/core/updates/update-desk.ts';
import type { Config } from '../../../src/core/settings/settings.ts';
import type { Installation, UpdateFailure } from '../../../src/shared/updates.ts';
import { config } from '../support/config.ts';
import { heardLog, type HeardLog, noon } from '../support/doubles.ts';

const minute = 60_000;
const hour = 60 * minute;
const newer = { ok: true, version: '1.1.0' } as const;
const newest = { ok: true, version: null } as const;

let installation: Installation;
let kept: { value: Config };
let found: (typeof newer | typeof newest | { ok: false; code: UpdateFailure })[];
let downloads: (UpdateFailure | null)[];
let onPercent: (percent: number) => void;
let download: PromiseWithResolvers<UpdateFailure | null> | null;
let installFailure: PromiseWithResolvers<UpdateFailure>;
let looks: number[];
let installs: number;
let idleMs: number;
let isWindowOpen: boolean;
let isBusy: boolean;
let opened: string[];
let changes: number;
let log: HeardLog;

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
  installation = 'self';
  kept = { value: config };
  found = [];
  downloads = [];
  download = null;
  installFailure = Promise.withResolvers();
  looks = [];
  installs = 0;
  idleMs = 0;
  isWindowOpen = false;
  isBusy = false;
  opened = [];
  changes = 0;
  log = heardLog();
});

afterEach(() => {
  vi.useRealTimers();
});

function start(): UpdateDesk {
  const desk = new UpdateDesk({
    updater: {
      look: async () => {
        looks.push(Date.now() - noon);
        return found.shift() ?? newest;
      },
      download: (tell) => {
        onPercent = tell;
        return download?.promise ?? Promise.resolve(downloads.shift() ?? null);
      },
      install: () => {
        installs += 1;
        return installFailure.promise;
      },
    },
    installation,
    browser: {
      open: async (url) => {
        opened.push(url);
        return true;
      },
    },
    power: { idleMs: () => idleMs },
    clock: { now: () => Date.now() },
    config: kept,
    configure: (patch) => {
      kept.value = { ...kept.value, ...patch };
      return { ok: true, value: undefined };
    },
    isWindowOpen: () => isWindowOpen,
    isBusy: () => isBusy,
    onChange: () => {
      changes += 1;
    },
    log,
    random: () => 0.5,
  });
  desk.start();
  return desk;
}

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const settle = (): Promise<unknown> => pass(0);
const asks = (isAutomatic: boolean): void => {
  kept.value = { ...config, updates: { ...config.updates, isAutomatic } };
};

describe('looks by itself', () => {
  it('not at once, and then once a day', async () => {
    const desk = start();
    await pass(minute);
    expect([looks, desk.view.now]).toEqual([[], { state: 'none', lookedAt: null }]);
    await pass(11 * minute);
    expect(looks).toEqual([7 * minute]);
    expect(desk.view.now).toEqual({ state: 'none', lookedAt: noon + 7 * minute });
    await pass(3 * 24 * hour);
    expect(looks).toEqual([0, 24, 48, 72].map((hours) => hours * hour + 7 * minute));
    desk.stop();
    await pass(48 * hour);
    expect(looks).toHaveLength(4);
  });

  it('more and more rarely without a network, and says nothing of it', async () => {
    found = Array.from({ length: 20 }, () => ({ ok: false, code: 'no-network' }) as const);
    const desk = start();
    await pass(24 * hour);
    expect(desk.view.now).toEqual({ state: 'none', lookedAt: null });
    expect(looks.length).toBeGreaterThan(5);
    expect(looks.length).toBeLessThan(15);
    found = [];
    await pass(6 * hour);
    const before = looks.length;
    expect(desk.view.now).toMatchObject({ state: 'none', lookedAt: expect.any(Number) });
    await pass(20 * hour);
    expect(looks.length - before).toBeLessThan(2);
  });

  it('some minutes after the computer was back, where that was due meanwhile', async () => {
    const desk = start();
    vi.setSystemTime(noon + 5 * hour);
    desk.resume();
    await pass(4 * minute);
    expect(looks).toEqual([]);
    await pass(2 * minute);
    expect(looks).toHaveLength(1);
    desk.resume();
    await pass(hour);
    expect(looks).toHaveLength(1);
  });

  it('once a day, though the clock was set back meanwhile', async () => {
    const desk = start();
    await pass(12 * minute);
    vi.setSystemTime(noon - 30 * 24 * hour);
    await pass(25 * hour);
    expect(looks).toHaveLength(2);
    vi.setSystemTime(noon - 60 * 24 * hour);
    desk.resume();
    await pass(29 * hour);
    expect(looks).toHaveLength(3);
  });

  it('says what somebody would have to do something about', async () => {
    found = [{ ok: false, code: 'feed-foreign' }];
    const desk = start();
    await pass(12 * minute);
    expect(desk.view.now).toEqual({ state: 'failed', failure: 'feed-foreign' });
    await pass(24 * hour);
    expect(desk.view.now).toMatchObject({ state: 'none' });
  });

  it.each(['deb', 'rpm', 'other-package', 'archive', 'development'] as const)(
    'never where it is somebody else’s to update: %s',
    async (how) => {
      installation = how;
      const desk = start();
      desk.resume();
      await pass(72 * hour);
      const busy = { ok: false, code: 'busy' };
      expect([desk.look(), desk.download(), desk.restart()]).toEqual([busy, busy, busy]);
      expect([looks, installs, desk.view.now]).toEqual([
        [],
        0,
        { state: 'elsewhere', installation: how },
      ]);
      expect(await desk.openReleases()).toMatchObject({ ok: true });
      expect(opened).toEqual([releasesPage]);
    },
  );
});

describe('when asked', () => {
  it('looks at once, says what there is not, and looks again in a day', async () => {
    const desk = start();
    expect(desk.look()).toMatchObject({ ok: true });
    expect(desk.view.now).toEqual({ state: 'looking' });
    expect(desk.look()).toEqual({ ok: false, code: 'busy' });
    await settle();
    expect([looks, desk.view.now]).toEqual([[0], { state: 'none', lookedAt: noon }]);
    await pass(23 * hour);
    expect(looks).toHaveLength(1);
    await pass(2 * hour);
    expect(looks).toHaveLength(2);
  });

  it('says that there is no network, and tries again by itself', async () => {
    found = [{ ok: false, code: 'no-network' }];
    const desk = start();
    desk.look();
    await settle();
    expect(desk.view.now).toEqual({ state: 'failed', failure: 'no-network' });
    await pass(hour);
    expect(desk.view.now).toMatchObject({ state: 'none', lookedAt: expect.any(Number) });
  });

  it('downloads only what is asked for', async () => {
    asks(false);
    found = [newer];
    const desk = start();
    desk.look();
    await settle();
    expect(desk.view).toEqual({ isAutomatic: false, now: { state: 'found', version: '1.1.0' } });
    expect(desk.restart()).toEqual({ ok: false, code: 'busy' });
    desk.download();
    await settle();
    expect(desk.view.now).toEqual({ state: 'ready', version: '1.1.0' });
  });

  it('downloads what was found once that is to go by itself', async () => {
    asks(false);
    found = [newer];
    const desk = start();
    desk.look();
    await settle();
    desk.setAutomatic(true);
    await settle();
    expect(desk.view).toEqual({ isAutomatic: true, now: { state: 'ready', version: '1.1.0' } });
  });
});

describe('a download', () => {
  beforeEach(() => {
    found = [newer];
  });

  it('tells how far it is, each percent once', async () => {
    download = Promise.withResolvers();
    const desk = start();
    desk.look();
    await settle();
    const before = changes;
    for (const percent of [0, 1, 1, 1, 2]) onPercent(percent);
    expect(changes - before).toBe(2);
    expect(desk.view.now).toEqual({ state: 'downloading', version: '1.1.0', percent: 2 });
    download.resolve(null);
    await settle();
    onPercent(3);
    expect(desk.view.now).toEqual({ state: 'ready', version: '1.1.0' });
  });

  it.each(['damaged', 'not-signed', 'not-written'] as const)(
    'that failed is said: %s',
    async (failure) => {
      downloads = [failure];
      const desk = start();
      await pass(12 * minute);
      expect(desk.view.now).toEqual({ state: 'failed', failure });
      expect(desk.restart()).toEqual({ ok: false, code: 'busy' });
      idleMs = hour;
      await pass(hour);
      expect(installs).toBe(0);
    },
  );
});

describe('the end of the app', () => {
  const nothingMore = async (desk: UpdateDesk): Promise<void> => {
    idleMs = hour;
    const { state } = desk.view.now;
    desk.stop();
    const before = changes;
    download?.resolve(null);
    installFailure.resolve('not-installed');
    await pass(48 * hour);
    expect([desk.view.now.state, changes - before]).toEqual([state, 0]);
  };

  it('while it looks ends it all', async () => {
    found = [newer];
    const desk = start();
    desk.look();
    await nothingMore(desk);
    expect(desk.view.now.state).toBe('looking');
  });

  it('while it downloads installs nothing', async () => {
    found = [newer];
    download = Promise.withResolvers();
    const desk = start();
    desk.look();
    await settle();
    await nothingMore(desk);
    expect([desk.view.now.state, installs]).toEqual(['downloading', 0]);
  });

  it('by the update itself is no failure, and the next start knows of it', async () => {
    found = [newer];
    const desk = start();
    idleMs = hour;
    desk.look();
    await settle();
    await nothingMore(desk);
    expect([desk.view.now.state, installs]).toEqual(['installing', 1]);
    expect(kept.value.updates.restartedAt).not.toBeNull();
  });
});

describe('the new version', () => {
  async function ready(): Promise<UpdateDesk> {
    found = [newer];
    const desk = start();
    desk.look();
    await settle();
    expect(desk.view.now.state).toBe('ready');
    return desk;
  }

  it('is installed when asked for, though somebody is there', async () => {
    isWindowOpen = true;
    isBusy = true;
    const desk = await ready();
    await pass(hour);
    expect(installs).toBe(0);
    expect(desk.restart()).toMatchObject({ ok: true });
    expect([installs, desk.view.now]).toEqual([1, { state: 'installing', version: '1.1.0' }]);
    expect(desk.restart()).toEqual({ ok: false, code: 'busy' });
    expect(kept.value.updates.restartedAt).toBeNull();
  });

  it('is installed by itself once nobody is there, and then begins without a window', async () => {
    const desk = await ready();
    idleMs = 16 * minute;
    await pass(2 * minute);
    expect([installs, desk.view.now.state]).toEqual([1, 'installing']);
    desk.stop();
    await pass(minute);
    const next = start();
    expect([next.isQuietStart, kept.value.updates.restartedAt]).toEqual([true, null]);
    expect(start().isQuietStart).toBe(false);
  });

  it.each<[string, () => void]>([
    ['somebody is there', () => (idleMs = 14 * minute)],
    ['the window is open', () => (isWindowOpen = true)],
    ['something is under way', () => (isBusy = true)],
    ['it is not to go by itself', () => asks(false)],
  ])('waits while %s', async (_what, hinder) => {
    await ready();
    idleMs = hour;
    hinder();
    await pass(24 * hour);
    expect(installs).toBe(0);
    idleMs = hour;
    isWindowOpen = false;
    isBusy = false;
    asks(true);
    await pass(2 * minute);
    expect(installs).toBe(1);
  });

  it('is installed by itself, though the clock was set back meanwhile', async () => {
    await ready();
    vi.setSystemTime(noon - 30 * 24 * hour);
    idleMs = hour;
    await pass(2 * minute);
    expect(installs).toBe(1);
  });

  it('that cannot be installed is said, and the next start is as usual', async () => {
    const desk = await ready();
    idleMs = hour;
    await pass(2 * minute);
    installFailure.resolve('not-installed');
    await settle();
    expect(desk.view.now).toEqual({ state: 'failed', failure: 'not-installed' });
    expect(kept.value.updates.restartedAt).toBeNull();
    await pass(hour);
    expect(installs).toBe(1);
  });

  it('does not make a start quiet that comes much later', async () => {
    const desk = await ready();
    idleMs = hour;
    await pass(2 * minute);
    desk.stop();
    await pass(11 * minute);
    expect(start().isQuietStart).toBe(false);
  });
});

it('goes on where its port breaks', async () => {
  const desk = start();
  found = null as never;
  desk.look();
  await settle();
  expect(desk.view.now).toEqual({ state: 'failed', failure: 'internal' });
  expect(log.events).toContain('updater-broke');
});
