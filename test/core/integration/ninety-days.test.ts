import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { enterDeviceCode } from '../../simulator/browser.ts';
import { inMemoryFetch } from '../../simulator/in-memory.ts';
import { Microsoft } from '../../simulator/microsoft.ts';
import { idsOf, anyone, type Harness, must, startDrivebell } from '../../support/harness.ts';
// The app loads it at the first sign-in, which would take real time.
import '../../../src/core/sign-in/msal-client.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-03T09:00:00Z') });
});

afterEach(() => {
  vi.useRealTimers();
});

function start(microsoft: Microsoft): Harness {
  const { clientId, accounts, drives } = microsoft;
  return startDrivebell(
    { origin: 'https://graph.microsoft.com', clientId, accounts, drives },
    {
      net: {
        fetch: inMemoryFetch(microsoft),
        // No push in here: the drives poll.
        connect: () => {
          throw new TypeError('no sockets');
        },
      },
    },
  );
}

async function signInByCode({ drivebell }: Harness, microsoft: Microsoft): Promise<void> {
  must(drivebell.accounts.desk.signIn({ ...anyone, flow: 'device-code' }));
  await vi.waitUntil(
    () => {
      const { signIn } = drivebell.snapshot();
      return signIn.state === 'waiting' && signIn.code !== null;
    },
    { timeout: 15_000 },
  );
  const { signIn } = drivebell.snapshot();
  const { code } = signIn.state === 'waiting' ? signIn : { code: null };
  const { username } = microsoft.accounts.work;
  const fetchInMemory = inMemoryFetch(microsoft);
  await enterDeviceCode(`https://${code?.page}`, code?.userCode ?? '', username, fetchInMemory);
  await vi.advanceTimersByTimeAsync(6000);
  expect(drivebell.snapshot().accounts).toHaveLength(1);
}

async function watchOwnDrive(harness: Harness): Promise<void> {
  const { drives } = must(await harness.drivebell.drives.list());
  must(
    await harness.drivebell.drives.watch(idsOf(drives.filter((one) => one.kind === 'business'))),
  );
  await vi.advanceTimersByTimeAsync(minuteMs);
  expect(state(harness)).toBe('polling');
}

function state({ drivebell }: Harness): string | undefined {
  return drivebell.snapshot().drives[0]?.liveness.state;
}

test('who is away for 89 days stays signed in; for 91, signs in again, and no browser opens', async () => {
  const microsoft = new Microsoft();
  using harness = start(microsoft);
  await signInByCode(harness, microsoft);
  await watchOwnDrive(harness);
  vi.setSystemTime(Date.now() + 89 * dayMs);
  await vi.advanceTimersByTimeAsync(2 * minuteMs);
  expect(state(harness)).toBe('polling');
  // The refresh has brought a token that is good for as long again.
  vi.setSystemTime(Date.now() + 89 * dayMs);
  await vi.advanceTimersByTimeAsync(2 * minuteMs);
  expect(state(harness)).toBe('polling');
  vi.setSystemTime(Date.now() + 91 * dayMs);
  await vi.advanceTimersByTimeAsync(2 * minuteMs);
  expect(state(harness)).toBe('sign-in-needed');
  expect(harness.signInToasts).toEqual([microsoft.accounts.work.username]);
  expect(harness.opened).toEqual([]);
});

test('a code that nobody types in expires, and says so', async () => {
  const microsoft = new Microsoft({ knobs: { deviceCodeSeconds: 120 } });
  using harness = start(microsoft);
  must(harness.drivebell.accounts.desk.signIn({ ...anyone, flow: 'device-code' }));
  await vi.advanceTimersByTimeAsync(130_000);
  expect(harness.drivebell.snapshot().signIn).toMatchObject({
    state: 'failed',
    failure: 'code-expired',
  });
});

test('told to slow down, it asks less often, and still ends well', async () => {
  const microsoft = new Microsoft({ knobs: { deviceCodeSlowDown: 'always' } });
  using harness = start(microsoft);
  must(harness.drivebell.accounts.desk.signIn({ ...anyone, flow: 'device-code' }));
  await vi.advanceTimersByTimeAsync(120_000);
  const polls = microsoft.requests.count('POST */oauth2/v2.0/token');
  expect(polls).toBeGreaterThan(1);
  expect(polls).toBeLessThan(10);
  microsoft.knobs.deviceCodeSlowDown = 'never';
  const { signIn } = harness.drivebell.snapshot();
  const { code } = signIn.state === 'waiting' ? signIn : { code: null };
  const { username } = microsoft.accounts.work;
  await enterDeviceCode(
    `https://${code?.page}`,
    code?.userCode ?? '',
    username,
    inMemoryFetch(microsoft),
  );
  await vi.advanceTimersByTimeAsync(90_000);
  expect(harness.drivebell.snapshot().accounts).toHaveLength(1);
});
