import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Drivebell } from '../../src/core/drivebell.ts';
import { clouds } from '../../src/core/clouds.ts';
import { ConfigNewer } from '../../src/core/settings/kept-config.ts';
import type { Updater } from '../../src/core/ports.ts';
import type { Installation } from '../../src/shared/updates.ts';
import { Activity } from '../../src/core/store/activity.ts';
import { openDatabase } from '../../src/core/store/database.ts';
import { DriveStates } from '../../src/core/store/drive-state.ts';
import { config } from './support/config.ts';
import { change, heardLog, noon } from './support/doubles.ts';
import { FetchNet } from './support/fetched.ts';
import { nothingToRun } from './support/hooks.ts';
import { noUpdater } from './support/updates.ts';

let dir: string;
/** What config.json holds, and what the copy of an earlier save does. */
let held: unknown;
let previous: unknown;
let shown: string[];
let areToastsBroken: boolean;
let now: number;
let updater: Updater;
let installation: Installation;
let idleMs: number;
let clientId: string;
let isNetSilent: boolean;
let isWindowOpen: boolean;
let resume: () => void;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'drivebell-core-'));
  held = undefined;
  previous = undefined;
  shown = [];
  areToastsBroken = false;
  now = noon;
  updater = noUpdater;
  installation = 'development';
  idleMs = 0;
  clientId = '';
  isNetSilent = false;
  isWindowOpen = false;
});

afterEach(() => {
  rmSync(dir, { recursive: true });
});

function create(): Drivebell {
  return new Drivebell({
    ports: {
      net: new FetchNet(() =>
        isNetSilent ? new Promise(() => {}) : Promise.reject(new TypeError('fetch failed')),
      ),
      configFile: {
        load: () => held,
        save: (value) => {
          held = value;
        },
        keepCopy: () => undefined,
        setAside: () => {
          held = undefined;
          return previous;
        },
      },
      secretFile: {
        load: async () => ({ ok: false, code: 'absent' }),
        save: async () => 'saved',
        isWeak: () => false,
        forget: async () => undefined,
      },
      notifier: {
        tellNotLive: () => undefined,
        test: () => undefined,
        alarm: () => undefined,
        show: (notice) => {
          if (areToastsBroken) throw new Error('No notification server.');
          shown.push(...notice.drives.map((drive) => drive.watchId));
        },
        askSignIn: () => undefined,
        close: () => undefined,
      },
      browser: { open: async () => true },
      clipboard: { write: async () => true },
      ...nothingToRun,
      power: {
        onResume: (listener) => {
          resume = listener;
          return () => undefined;
        },
        idleMs: () => idleMs,
      },
      updater,
      clock: { now: () => now },
      log: heardLog(),
    },
    clouds,
    clientIds: { builtIn: '', environment: clientId },
    pages: { signedIn: '', notSignedIn: '' },
    databasePath: join(dir, 'drivebell.db'),
    searchWorkerPath: '',
    installation,
    isWindowOpen: () => isWindowOpen,
    version: '0',
    surroundings: { system: 'a test', lastLines: () => [] },
  });
}

/** A start and an end of the app. */
function run(): void {
  const drivebell = create();
  drivebell.start();
  drivebell.stop();
}

/** What of the drives was learned and kept: those that have a cursor. */
function kept<T>(work: (states: DriveStates, activity: Activity) => T): T {
  const { database } = openDatabase(join(dir, 'drivebell.db'), noon, heardLog());
  try {
    return work(new DriveStates(database), new Activity(database));
  } finally {
    database.close();
  }
}

const drives = ['w-1', 'w-2'];

function learned(): void {
  kept((states, activity) => {
    for (const watchId of drives) {
      states.save(watchId, {
        phase: 'watching',
        cursor: 'here',
        generation: 1,
        readAt: noon,
        rootId: null,
      });
      activity.add({ watchId, accountId: 'a-1', driveName: 'Finance', driveId: watchId }, change());
    }
  });
}

function known(): readonly string[] {
  return kept((states) => drives.filter((watchId) => states.load(watchId).cursor === 'here'));
}

it('leaves nothing beside the database at its end, though a search still has it open', () => {
  learned();
  const path = join(dir, 'drivebell.db');
  const drivebell = create();
  drivebell.start();
  const other = new DatabaseSync(path, { readOnly: true });
  expect(other.prepare('SELECT count(*) AS n FROM activity').get()).toEqual({ n: 2 });
  drivebell.stop();
  expect(statSync(`${path}-wal`).size).toBe(0);
  other.close();
});

it.each(['keep', 'delete'] as const)(
  'tells what a watch has found and kept, when it is stopped and another goes on with the drive: %s',
  async (activity) => {
    const [drive] = config.drives;
    if (!drive) throw new Error('No drive.');
    const pausedUntil = 'until-resumed' as const;
    held = { ...config, pausedUntil, drives: [drive, { ...drive, watchId: 'w-2' }] };
    kept((_states, stored) => {
      const found = { watchId: 'w-1', accountId: 'a-1', driveName: 'Finance', driveId: 'b!1' };
      for (let n = 0; n < 2; n += 1) stored.add(found, change());
    });
    const drivebell = create();
    drivebell.start();
    expect(await drivebell.drives.stop('w-1', activity)).toMatchObject({ ok: true });
    now += 60_000;
    drivebell.preferences.resume();
    drivebell.stop();
    expect(shown).toEqual(['w-2']);
  },
);

describe('what was learned of the drives', () => {
  beforeEach(learned);

  it('is dropped where the config says that they are watched no more', () => {
    held = config;
    run();
    expect([known(), shown]).toEqual([['w-1'], ['w-1']]);
  });

  it.each([
    ['there is none', undefined],
    ['it is empty', {}],
    ['it is damaged', null],
  ])('is kept where the config does not say so: %s', (_what, value) => {
    held = value;
    run();
    expect(known()).toEqual(drives);
    run();
    expect(known()).toEqual(drives);
  });

  it('is kept of what the copy of the config knows, and of nothing else from the next start', () => {
    held = null;
    previous = config;
    run();
    expect([known(), held]).toEqual([drives, config]);
    run();
    expect(known()).toEqual(['w-1']);
  });
});

it('leaves everything as it is where the config is of a later Drivebell', () => {
  learned();
  const before = readFileSync(join(dir, 'drivebell.db'));
  held = { version: 3 };
  expect(() => create()).toThrow(ConfigNewer);
  expect(held).toEqual({ version: 3 });
  expect(readFileSync(join(dir, 'drivebell.db'))).toEqual(before);
});

it('starts though nothing can be told, and tells it at the next start', () => {
  learned();
  held = config;
  areToastsBroken = true;
  run();
  areToastsBroken = false;
  run();
  expect(shown).toEqual(['w-1']);
});

describe('a config that was lost', () => {
  it.each([
    [null, ['config-lost']],
    [{ ...config, hooks: { 'r-1': 7 } }, ['config-in-part']],
    [undefined, []],
    [config, []],
  ])('is told of, once: %j', (value, troubles) => {
    held = value;
    const drivebell = create();
    expect(drivebell.snapshot().troubles).toEqual(troubles);
    drivebell.stop();
    const next = create();
    expect(next.snapshot().troubles).toEqual([]);
    next.stop();
  });
});

it('shows the activity list at the next start as it was narrowed and grouped', () => {
  const filter = { kinds: ['deleted' as const], drives: [], person: 'Ada', unreadOnly: true };
  const first = create();
  first.preferences.keepFilter(filter);
  first.preferences.keepGrouping('person');
  expect(first.snapshot()).toMatchObject({ filter, groupBy: 'person' });
  first.stop();
  const second = create();
  expect(second.snapshot()).toMatchObject({ filter, groupBy: 'person' });
  second.stop();
});

it('tells in its snapshot how it goes with a new version', async () => {
  installation = 'self';
  updater = { ...noUpdater, look: async () => ({ ok: true, version: null }) };
  const drivebell = create();
  const told: string[] = [];
  drivebell.onSnapshot(({ updates }) => told.push(updates.now.state));
  drivebell.start();
  expect(drivebell.updates.look()).toMatchObject({ ok: true });
  await vi.waitFor(() => expect(told.at(-1)).toBe('none'));
  expect(told).toContain('looking');
  expect(drivebell.snapshot().updates.now).toEqual({ state: 'none', lookedAt: noon });
  drivebell.stop();
});

describe('a new version that is ready', () => {
  let installs: number;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    installs = 0;
    idleMs = 60 * 60_000;
    installation = 'self';
    updater = {
      look: async () => ({ ok: true, version: '1.1.0' }),
      download: async () => null,
      install: () => {
        installs += 1;
        return new Promise(() => {});
      },
    };
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it.each<[string, number, (drivebell: Drivebell) => unknown]>([
    ['is installed while nobody is there', 1, () => null],
    ['waits while the window is open', 0, () => (isWindowOpen = true)],
    ['waits while somebody is there', 0, () => (idleMs = 0)],
    [
      'waits while somebody signs in',
      0,
      ({ accounts }) => accounts.desk.signIn({ accountId: null, cloud: 'global', flow: 'browser' }),
    ],
  ])('%s', async (_what, count, hinder) => {
    clientId = '12345678-1234-4234-8234-123456789abc';
    isNetSilent = true;
    const drivebell = create();
    drivebell.start();
    hinder(drivebell);
    drivebell.updates.look();
    await vi.advanceTimersByTimeAsync(1000);
    expect([installs, drivebell.snapshot().updates.now.state]).toEqual([
      count,
      count === 0 ? 'ready' : 'installing',
    ]);
    drivebell.stop();
  });
});

describe('a new version on its way', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    installation = 'self';
    idleMs = 60 * 60_000;
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('is not installed once the app ends', async () => {
    const download = Promise.withResolvers<null>();
    let installs = 0;
    updater = {
      look: async () => ({ ok: true, version: '1.1.0' }),
      download: () => download.promise,
      install: () => {
        installs += 1;
        return new Promise(() => {});
      },
    };
    const drivebell = create();
    drivebell.start();
    drivebell.updates.look();
    await vi.advanceTimersByTimeAsync(1000);
    expect(drivebell.snapshot().updates.now.state).toBe('downloading');
    drivebell.stop();
    download.resolve(null);
    await vi.advanceTimersByTimeAsync(1000);
    expect([installs, drivebell.updates.view.now.state]).toEqual([0, 'downloading']);
  });

  it('is looked for some minutes after the computer has slept', async () => {
    let looks = 0;
    updater = {
      ...noUpdater,
      look: async () => {
        looks += 1;
        return { ok: true, version: null };
      },
    };
    const drivebell = create();
    drivebell.start();
    now += 5 * 60 * 60_000;
    resume();
    now += 5 * 60_000;
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(looks).toBe(1);
    drivebell.stop();
  });
});

describe('a sign-in', () => {
  const asked = { accountId: null, cloud: 'global', flow: 'browser' } as const;

  it('of an account that is not there is refused', () => {
    held = config;
    const drivebell = create();
    expect(drivebell.accounts.desk.signIn({ ...asked, accountId: 'a-2' })).toEqual({
      ok: false,
      code: 'not-found',
    });
    expect(drivebell.snapshot().signIn).toEqual({ state: 'idle' });
    drivebell.stop();
  });

  it.each([null, 'a-1'])('of %j is one at a time', async (accountId) => {
    held = config;
    const drivebell = create();
    expect(drivebell.accounts.desk.signIn({ ...asked, accountId })).toMatchObject({ ok: true });
    expect(drivebell.accounts.desk.signIn({ ...asked, accountId })).toEqual({
      ok: false,
      code: 'busy',
    });
    drivebell.stop();
  });
});
