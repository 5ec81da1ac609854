import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Reason } from '../../../src/shared/snapshot.ts';
import { type FaultAnswer, Simulator } from '../../simulator/simulator.ts';
import {
  idsOf,
  anyone,
  must,
  signIn,
  signInAndWatch,
  startDrivebell,
  until,
  untilState,
} from '../../support/harness.ts';

const delta = 'GET /v1.0/drives/*/root/delta*';

describe('sign-in', () => {
  test.for([
    ['a client id that Entra does not know', { clientId: crypto.randomUUID() }, 'client-id-wrong'],
    ['a client id that is none', { clientId: 'drivebell' }, 'client-id-malformed'],
    ['no client id', { clientId: '' }, 'client-id-missing'],
    [
      'no network',
      { net: { fetch: () => Promise.reject(new TypeError('fetch failed')) } },
      'no-network',
    ],
  ] as const)('%s', async ([, options, failure]) => {
    await using simulator = await Simulator.start();
    using harness = startDrivebell(simulator, options);
    await signIn(harness.drivebell);
    expect(harness.drivebell.snapshot().signIn).toEqual({
      state: 'failed',
      asked: anyone,
      failure,
    });
    expect(harness.logged.join('\n')).toContain(`not-signed-in {"failure":"${failure}"}`);
    expect(harness.opened).toEqual([]);
  });

  test('cancelled before the browser came back', async () => {
    await using simulator = await Simulator.start();
    using harness = startDrivebell(simulator, { accounts: ['nobody'] });
    must(harness.drivebell.accounts.desk.signIn(anyone));
    await until(() => harness.opened.length > 0);
    must(harness.drivebell.accounts.desk.cancel());
    await until(() => harness.drivebell.snapshot().signIn.state === 'idle');
    expect(harness.drivebell.snapshot().accounts).toEqual([]);
  });

  test('ended by Entra: the drive says so, and goes on after a new sign-in', async () => {
    await using simulator = await Simulator.start();
    using harness = startDrivebell(simulator);
    await signInAndWatch(harness, simulator, ['finance']);
    simulator.entra.revokeRefreshTokens();
    simulator.entra.revokeAccessTokens();
    const [watch] = harness.drivebell.snapshot().drives;
    must(harness.drivebell.drives.checkNow(watch?.watchId ?? ''));
    await untilState(harness.drivebell, 'sign-in-needed');
    await signIn(harness.drivebell);
    await untilState(harness.drivebell, 'live');
  });
});

describe('push', () => {
  test.for([
    ['without a URL', 'missing', 'endpoint-without-url'],
    ['over plain http', 'not-https', 'endpoint-not-https'],
    ['on a foreign host', 'foreign-host', 'endpoint-foreign-host'],
  ] as const)('an endpoint %s: polling, with the reason', async ([, endpointUrl, reason]) => {
    await using simulator = await Simulator.start({ knobs: { endpointUrl } });
    using harness = startDrivebell(simulator);
    await signIn(harness.drivebell);
    const { drives: choices } = must(await harness.drivebell.drives.list());
    must(await harness.drivebell.drives.watch(idsOf(choices.slice(0, 1))));
    await untilState(harness.drivebell, 'polling');
    expect(harness.drivebell.snapshot().liveness.reason).toBe(reason);
    expect(harness.logged.join('\n')).toContain(reason);
    simulator.knobs.endpointUrl = 'good';
    await untilState(harness.drivebell, 'live');
  });

  test('an event with broken JSON still wakes', async () => {
    await using simulator = await Simulator.start({ knobs: { eventArgument: 'broken' } });
    using harness = startDrivebell(simulator);
    await signInAndWatch(harness, simulator, ['finance']);
    const [path = ''] = simulator.drives.finance.paths('file');
    simulator.drives.finance.edit(path, { by: 'Adele Vance' });
    await until(() => harness.notices.length === 1);
    expect(harness.logged.join('\n')).toContain('push-event-not-json');
    expect(harness.drivebell.snapshot().liveness.state).toBe('live');
  });

  test.for(['with-callback', 'without-callback'] as const)(
    'the documented callback form, namespace %s',
    async (callbackNamespace) => {
      await using simulator = await Simulator.start({
        knobs: { endpointForm: 'callback', callbackNamespace },
      });
      using harness = startDrivebell(simulator);
      await signInAndWatch(harness, simulator, ['finance']);
      const [path = ''] = simulator.drives.finance.paths('file');
      simulator.drives.finance.edit(path, { by: 'Adele Vance' });
      await until(() => harness.notices.length === 1);
    },
  );

  test('dead and back: nothing is lost meanwhile', async () => {
    await using simulator = await Simulator.start();
    using harness = startDrivebell(simulator);
    await signInAndWatch(harness, simulator, ['finance']);
    await simulator.push.kill();
    await untilState(harness.drivebell, 'polling');
    const [path = ''] = simulator.drives.finance.paths('file');
    simulator.drives.finance.edit(path, { by: 'Adele Vance' });
    await simulator.push.revive();
    await untilState(harness.drivebell, 'live');
    await until(() => harness.notices.length === 1);
    expect(simulator.push.sockets('finance')).toBe(1);
  });

  test('a short-lived endpoint is renewed, one socket at a time, and nothing is missed', async () => {
    await using simulator = await Simulator.start({ knobs: { endpointLifeSeconds: 12 } });
    using harness = startDrivebell(simulator);
    await signInAndWatch(harness, simulator, ['finance']);
    await simulator.requests.until('GET */socketIo', 2, 15_000);
    await simulator.push.untilSockets('finance', 1);
    const [path = ''] = simulator.drives.finance.paths('file');
    simulator.drives.finance.edit(path, { by: 'Adele Vance' });
    await until(() => harness.notices.length === 1);
    expect(harness.drivebell.snapshot().liveness.state).toBe('live');
  });
});

describe('delta', () => {
  test.for([
    ['neither link', { json: { value: [] } }, 'delta-without-link'],
    ['HTML', { html: '<h1>Sign in to the network</h1>' }, 'not-json'],
    ['an error of Microsoft', { status: 500 }, 'microsoft-down'],
    ['a throttled answer', { status: 429, headers: { 'retry-after': '1' } }, 'throttled'],
    ['a broken connection', { reset: true }, 'no-network'],
  ] satisfies [string, FaultAnswer, Reason][])(
    '%s: said in words, nothing lost',
    async ([, answer, reason]) => {
      await using simulator = await Simulator.start();
      using harness = startDrivebell(simulator);
      await signInAndWatch(harness, simulator, ['finance']);
      simulator.faults.next(delta, answer, { times: 1 });
      const seen = new Set<Reason | null>();
      harness.drivebell.onSnapshot((snapshot) => seen.add(snapshot.liveness.reason));
      const [path = ''] = simulator.drives.finance.paths('file');
      simulator.drives.finance.edit(path, { by: 'Adele Vance' });
      await until(() => seen.has(reason));
      expect(harness.logged.join('\n')).toContain(`read-failed {"failure":"${reason}"}`);
      await until(() => harness.notices.length === 1);
      await untilState(harness.drivebell, 'live');
    },
  );

  test.for([
    { resyncLocation: true, resyncCode: 'resyncChangesApplyDifferences' },
    { resyncLocation: false, resyncCode: 'resyncRequired' },
  ] as const)('a lost cursor: real differences are told, no flood (%o)', async (knobs) => {
    await using simulator = await Simulator.start({ knobs: { ...knobs, pageSize: 20 } });
    using harness = startDrivebell(simulator);
    await signInAndWatch(harness, simulator, ['finance']);
    const { finance } = simulator.drives;
    const [edited = '', deleted = ''] = finance.paths('file');
    simulator.knobs.events = false;
    finance.edit(edited, { by: 'Adele Vance' });
    finance.delete(deleted, { by: 'Adele Vance' });
    finance.loseTokens();
    simulator.push.wake('finance');
    const rows = () => must(harness.drivebell.history.page(null, 200)).rows;
    await until(() => rows().length >= 2);
    await untilState(harness.drivebell, 'live');
    expect(rows().map((row) => row.kinds)).toEqual([['deleted'], ['edited']]);
  });
});

test('no secret reaches the log', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  await signInAndWatch(harness, simulator, ['finance']);
  const [path = ''] = simulator.drives.finance.paths('file');
  const changed = simulator.drives.finance.edit(path, { by: 'Adele Vance' });
  await until(() => harness.notices.length === 1);
  const log = harness.logged.join('\n');
  for (const secret of [changed.name, 'Adele', 'token=', 'applicationId', '@contoso', 'eyJ']) {
    expect(log).not.toContain(secret);
  }
});

describe('what others share', () => {
  test('asks for more only when such a drive is chosen, and only once', async () => {
    await using simulator = await Simulator.start();
    using harness = startDrivebell(simulator);
    await signInAndWatch(harness, simulator, ['onedrive']);
    expect(harness.opened).toHaveLength(1);
    expect(harness.opened[0]).not.toContain('Files.Read.All');
    const { drives: choices } = must(await harness.drivebell.drives.list());
    must(await harness.drivebell.drives.watch(idsOf(choices)));
    await untilState(harness.drivebell, 'live');
    expect(harness.opened).toHaveLength(2);
    expect(harness.opened[1]).toContain('Files.Read.All');
  });

  test('refused when another account answers', async () => {
    await using simulator = await Simulator.start();
    const accounts = [simulator.accounts.work.username, simulator.accounts.personal.username];
    using harness = startDrivebell(simulator, { accounts });
    await signIn(harness.drivebell);
    const { drives: choices } = must(await harness.drivebell.drives.list());
    expect(await harness.drivebell.drives.watch(idsOf(choices))).toEqual({
      ok: false,
      code: 'other-account',
    });
    expect(harness.drivebell.snapshot().drives).toEqual([]);
    expect(harness.drivebell.snapshot().accounts).toHaveLength(1);
  });
});

test('two accounts side by side', async () => {
  await using simulator = await Simulator.start();
  const { work, personal } = simulator.accounts;
  using harness = startDrivebell(simulator, { accounts: [work.username, personal.username] });
  await signIn(harness.drivebell);
  await signIn(harness.drivebell);
  const { drives: choices } = must(await harness.drivebell.drives.list());
  const own = choices.filter((choice) => choice.kind !== 'library');
  expect(own.map((choice) => choice.kind).toSorted()).toEqual(['business', 'personal']);
  must(await harness.drivebell.drives.watch(idsOf(own)));
  await untilState(harness.drivebell, 'live');
  for (const drive of [simulator.drives.onedrive, simulator.drives.personal]) {
    const [path = ''] = drive.paths('file');
    drive.edit(path);
  }
  await until(() => new Set(harness.notices.map((notice) => notice.drives[0]?.watchId)).size === 2);
});

test.for([
  { lagMs: 400, gapMs: 150 },
  { lagMs: 900, gapMs: 500 },
])('a feed that lags behind its pushes loses nothing (%o)', async ({ lagMs, gapMs }) => {
  await using simulator = await Simulator.start({ knobs: { lagMs } });
  using harness = startDrivebell(simulator);
  await signInAndWatch(harness, simulator, ['finance']);
  const paths = simulator.drives.finance.paths('file').slice(0, 4);
  for (const path of paths) {
    simulator.drives.finance.edit(path, { by: 'Adele Vance' });
    await delay(gapMs);
  }
  await until(() => must(harness.drivebell.history.page(null, 20)).rows.length === paths.length);
});

test('a reading that hangs when the computer wakes up is given up for a new one', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  await signInAndWatch(harness, simulator, ['finance']);
  const hanging = simulator.faults.next(delta, { stall: 'headers' });
  must(harness.drivebell.drives.checkNow(harness.drivebell.snapshot().drives[0]?.watchId ?? ''));
  await until(() => hanging.hits === 1);
  const { finance } = simulator.drives;
  finance.edit(finance.paths('file')[0] ?? '', { by: 'Adele Vance' });
  harness.resume();
  await until(() => harness.notices.length === 1);
});
