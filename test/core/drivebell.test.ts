import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Drivebell } from '../../src/core/drivebell.ts';
import { clouds } from '../../src/core/clouds.ts';
import { Activity } from '../../src/core/store/activity.ts';
import { openDatabase } from '../../src/core/store/database.ts';
import { DriveStates } from '../../src/core/store/drive-state.ts';
import { config } from './support/config.ts';
import { change, heardLog, noon } from './support/doubles.ts';
import { FetchNet } from './support/fetched.ts';
import { nothingToRun } from './support/hooks.ts';

let dir: string;
/** What config.json holds, and what the copy of an earlier save does. */
let held: unknown;
let previous: unknown;
let shown: string[];
let areToastsBroken: boolean;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'drivebell-core-'));
  held = undefined;
  previous = undefined;
  shown = [];
  areToastsBroken = false;
});

afterEach(() => {
  rmSync(dir, { recursive: true });
});

function create(): Drivebell {
  return new Drivebell({
    ports: {
      net: new FetchNet(() => Promise.reject(new TypeError('fetch failed'))),
      configFile: {
        load: () => held,
        save: (value) => {
          held = value;
        },
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
      power: { onResume: () => () => undefined },
      clock: { now: () => noon },
      log: heardLog(),
    },
    clouds,
    clientIds: { builtIn: '', environment: '' },
    pages: { signedIn: '', notSignedIn: '' },
    databasePath: join(dir, 'drivebell.db'),
    searchWorkerPath: '',
    version: '0',
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
    ['it is of a newer Drivebell', { version: 3 }],
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
