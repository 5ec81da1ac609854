import { describe, expect, test } from 'vitest';
import { Simulator } from '../../simulator/simulator.ts';
import {
  anyone,
  type Harness,
  must,
  signIn,
  signInAndWatch,
  startDrivebell,
  until,
  untilState,
} from '../../support/harness.ts';

const tokenRoute = 'POST */oauth2/v2.0/token';

function checkAll({ drivebell }: Harness): void {
  for (const { watchId } of drivebell.snapshot().drives) must(drivebell.drives.checkNow(watchId));
}

/** An edit that somebody else makes is told: everything works. */
async function works(harness: Harness, simulator: Simulator): Promise<void> {
  const before = harness.notices.length;
  const { finance } = simulator.drives;
  finance.edit(finance.paths('file')[0] ?? '', { by: 'Adele Vance' });
  await until(() => harness.notices.length > before);
  await untilState(harness.drivebell, 'live');
}

describe('tokens', () => {
  test('each refresh brings a new refresh token, and that one is used, after a restart too', async () => {
    await using simulator = await Simulator.start();
    using harness = startDrivebell(simulator);
    await signInAndWatch(harness, simulator, ['finance']);
    const refreshed = async ({ drivebell, tokenAsks }: Harness): Promise<string> => {
      const before = tokenAsks.length;
      simulator.entra.revokeAccessTokens();
      must(drivebell.drives.checkNow(drivebell.snapshot().drives[0]?.watchId ?? ''));
      await until(() => tokenAsks.length > before);
      return tokenAsks.at(-1)?.get('refresh_token') ?? '';
    };
    const first = await refreshed(harness);
    using second = harness.restart();
    await untilState(second.drivebell, 'live');
    const next = await refreshed(second);
    expect(next).toMatch(/^1\./);
    expect(next).not.toBe(first);
    expect(second.opened).toEqual([]);
  });

  test.for(['revoked', 'expired', 'bad_token', 'interaction_required'] as const)(
    'a refresh token refused as %s: sign in again, one toast, no browser',
    async (reason) => {
      await using simulator = await Simulator.start();
      using harness = startDrivebell(simulator);
      await signInAndWatch(harness, simulator, ['finance']);
      const opened = harness.opened.length;
      simulator.entra.revokeRefreshTokens(undefined, reason);
      simulator.entra.revokeAccessTokens();
      checkAll(harness);
      await untilState(harness.drivebell, 'sign-in-needed');
      const [account] = harness.drivebell.snapshot().accounts;
      expect(account?.needsSignIn).toBe(true);
      expect(harness.signInToasts).toEqual([account?.username]);
      expect(harness.opened).toHaveLength(opened);
      await signIn(harness.drivebell, { ...anyone, accountId: account?.accountId ?? '' });
      await works(harness, simulator);
      expect(harness.drivebell.snapshot().accounts[0]?.needsSignIn).toBe(false);
    },
  );

  test('a password that was changed: sign in again', async () => {
    await using simulator = await Simulator.start();
    using harness = startDrivebell(simulator);
    await signInAndWatch(harness, simulator, ['finance']);
    simulator.entra.changePassword(simulator.accounts.work.username);
    checkAll(harness);
    await untilState(harness.drivebell, 'sign-in-needed');
    const [account] = harness.drivebell.snapshot().accounts;
    await signIn(harness.drivebell, { ...anyone, accountId: account?.accountId ?? '' });
    await works(harness, simulator);
  });

  test('revoked while the network answers nothing sensible: nobody is signed out', async () => {
    await using simulator = await Simulator.start();
    using harness = startDrivebell(simulator);
    await signInAndWatch(harness, simulator, ['finance']);
    simulator.entra.revokeAccessTokens();
    simulator.faults.next(tokenRoute, { html: '<h1>Wi-Fi of the hotel</h1>' }, { times: 'always' });
    checkAll(harness);
    await untilState(harness.drivebell, 'unavailable');
    expect(harness.drivebell.snapshot().liveness.reason).toBe('not-json');
    expect(harness.signInToasts).toEqual([]);
    simulator.faults.clear();
    await works(harness, simulator);
  });

  test('a busy Entra is left alone for as long as it asks', async () => {
    await using simulator = await Simulator.start();
    using harness = startDrivebell(simulator);
    await signInAndWatch(harness, simulator, ['finance', 'onedrive', 'product']);
    simulator.entra.revokeAccessTokens();
    simulator.requests.clear();
    const busy = { status: 503, headers: { 'retry-after': '3' } };
    simulator.faults.next(tokenRoute, busy, { times: 1 });
    checkAll(harness);
    await until(() => harness.drivebell.snapshot().liveness.reason === 'microsoft-down');
    checkAll(harness);
    await untilState(harness.drivebell, 'live');
    const asked = simulator.requests.all(tokenRoute);
    // Three drives, one question; then one more, no sooner than was asked for.
    expect(asked).toHaveLength(2);
    expect((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0)).toBeGreaterThanOrEqual(2900);
  });

  test.for([{}, { access_token: '' }, { token_type: 'Bearer', expires_in: 3599 }])(
    'what is no token is not taken for one: %j',
    async (json) => {
      await using simulator = await Simulator.start();
      using harness = startDrivebell(simulator);
      await signInAndWatch(harness, simulator, ['finance']);
      simulator.entra.revokeAccessTokens();
      simulator.faults.next(tokenRoute, { status: 200, json }, { times: 2 });
      checkAll(harness);
      await until(() => harness.drivebell.snapshot().liveness.reason === 'microsoft-down');
      await works(harness, simulator);
      expect(harness.signInToasts).toEqual([]);
    },
  );

  test('several drives refused at once ask for one new token', async () => {
    await using simulator = await Simulator.start();
    using harness = startDrivebell(simulator);
    await signInAndWatch(harness, simulator, ['finance', 'onedrive', 'product']);
    simulator.requests.clear();
    simulator.entra.revokeAccessTokens();
    checkAll(harness);
    const granted = () =>
      simulator.requests.all('GET */socketIo').filter((one) => one.status === 200);
    await until(() => granted().length === 3);
    expect(simulator.requests.count(tokenRoute)).toBe(1);
  });
});

describe('claims', () => {
  test('that Graph demands are brought silently, once', async () => {
    await using simulator = await Simulator.start();
    using harness = startDrivebell(simulator);
    await signInAndWatch(harness, simulator, ['finance']);
    const before = harness.tokenAsks.length;
    simulator.entra.revokeAccessTokens();
    checkAll(harness);
    await until(() => harness.tokenAsks.length > before);
    await works(harness, simulator);
    expect(harness.tokenAsks).toHaveLength(before + 1);
    expect(JSON.parse(harness.tokenAsks.at(-1)?.get('claims') ?? '{}')).toMatchObject({
      access_token: { nbf: { essential: true }, xms_cc: { values: ['cp1'] } },
    });
    expect(harness.signInToasts).toEqual([]);
  });

  test.for(['joined', 'several', 'reordered'] as const)(
    'are found in a challenge that is %s',
    async (challengeForm) => {
      await using simulator = await Simulator.start({ knobs: { challengeForm } });
      using harness = startDrivebell(simulator);
      await signInAndWatch(harness, simulator, ['finance']);
      const before = harness.tokenAsks.length;
      simulator.entra.revokeAccessTokens();
      checkAll(harness);
      await until(() => harness.tokenAsks.length > before);
      await works(harness, simulator);
      expect(harness.tokenAsks.at(-1)?.get('claims')).toContain('nbf');
    },
  );

  test('that Entra demands at a refresh are asked of the person, and kept no longer', async () => {
    await using simulator = await Simulator.start();
    using harness = startDrivebell(simulator);
    await signInAndWatch(harness, simulator, ['finance']);
    simulator.entra.demandClaims(simulator.accounts.work.username);
    simulator.entra.revokeAccessTokens();
    checkAll(harness);
    await untilState(harness.drivebell, 'sign-in-needed');
    const [account] = harness.drivebell.snapshot().accounts;
    const asked = { ...anyone, accountId: account?.accountId ?? '' };
    await signIn(harness.drivebell, asked);
    expect(new URL(harness.opened.at(-1) ?? '').searchParams.get('claims')).toContain('essential');
    await works(harness, simulator);
    await signIn(harness.drivebell, asked);
    const claims = new URL(harness.opened.at(-1) ?? '').searchParams.get('claims');
    expect(claims ?? '').not.toContain('"essential":true');
  });

  test('that no silent answer meets are asked of the person', async () => {
    await using simulator = await Simulator.start();
    using harness = startDrivebell(simulator);
    await signInAndWatch(harness, simulator, ['finance']);
    simulator.knobs.challengeNeedsSignIn = true;
    simulator.entra.revokeAccessTokens();
    checkAll(harness);
    await untilState(harness.drivebell, 'sign-in-needed');
    expect(harness.opened).toHaveLength(2);
    const [account] = harness.drivebell.snapshot().accounts;
    await signIn(harness.drivebell, { ...anyone, accountId: account?.accountId ?? '' });
    const claims = new URL(harness.opened.at(-1) ?? '').searchParams.get('claims');
    expect(JSON.parse(claims ?? '{}')).toMatchObject({ access_token: { nbf: {} } });
    await works(harness, simulator);
  });
});

describe('the key store', () => {
  test('locked at the start: the drives say so, and go on once it opens', async () => {
    await using simulator = await Simulator.start();
    using harness = startDrivebell(simulator);
    await signInAndWatch(harness, simulator, ['finance']);
    const kept = harness.disk.secret;
    harness.disk.locked = true;
    using again = harness.restart();
    await untilState(again.drivebell, 'unavailable');
    expect(again.drivebell.snapshot().liveness.reason).toBe('keys-locked');
    expect([again.signInToasts, again.disk.secret]).toEqual([[], kept]);
    again.disk.locked = false;
    await untilState(again.drivebell, 'live');
    expect(again.opened).toEqual([]);
  });

  test('too weak: kept in memory and said; kept after all once that is allowed', async () => {
    await using simulator = await Simulator.start();
    using harness = startDrivebell(simulator);
    harness.disk.keeps = 'memory-only';
    await signInAndWatch(harness, simulator, ['finance']);
    expect(harness.disk.secret).toBeNull();
    expect(harness.drivebell.snapshot()).toMatchObject({
      tokenStorage: 'memory',
      troubles: ['tokens-weak-storage'],
    });
    harness.disk.keeps = 'saved-weakly';
    must(await harness.drivebell.accounts.allowWeakStorage(true));
    expect(harness.drivebell.snapshot()).toMatchObject({ tokenStorage: 'weak', troubles: [] });
    expect(harness.disk.secret).toContain(simulator.accounts.work.username);
  });

  test('that takes nothing: said, everything works on, and it is tried again until it does', async () => {
    await using simulator = await Simulator.start();
    using harness = startDrivebell(simulator);
    harness.disk.keeps = 'failed';
    await signInAndWatch(harness, simulator, ['finance']);
    expect(harness.drivebell.snapshot().troubles).toEqual(['tokens-not-saved']);
    harness.disk.keeps = 'saved';
    await until(() => harness.drivebell.snapshot().troubles.length === 0);
    expect(harness.disk.secret).toContain(simulator.accounts.work.username);
  });
});

test('a clock that is wrong is noticed and told, and no longer once it is right', async () => {
  await using simulator = await Simulator.start({ knobs: { dateSkewMs: -3_600_000 } });
  using harness = startDrivebell(simulator);
  await signInAndWatch(harness, simulator, ['finance']);
  expect(harness.drivebell.snapshot().troubles).toEqual(['clock-wrong']);
  simulator.knobs.dateSkewMs = 0;
  await until(() => {
    checkAll(harness);
    return harness.drivebell.snapshot().troubles.length === 0;
  });
});
