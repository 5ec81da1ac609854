import { describe, expect, test } from 'vitest';
import type { SignInAsk, SignInView } from '../../../src/shared/snapshot.ts';
import { enterDeviceCode } from '../../simulator/browser.ts';
import { Simulator } from '../../simulator/simulator.ts';
import {
  anyone,
  type Harness,
  must,
  signIn,
  startDrivebell,
  until,
} from '../../support/harness.ts';

const byCode: SignInAsk = { ...anyone, flow: 'device-code' };

/** Begins to sign in, up to where there is something to type in. */
async function codeOf({ drivebell }: Harness) {
  must(drivebell.accounts.desk.signIn(byCode));
  const view = (): SignInView => drivebell.snapshot().signIn;
  await until(() => {
    const now = view();
    return now.state !== 'waiting' || now.code !== null;
  });
  const now = view();
  if (now.state !== 'waiting' || !now.code) throw new Error(`No code: ${JSON.stringify(now)}`);
  return now.code;
}

async function end({ drivebell }: Harness): Promise<SignInView> {
  await until(() => drivebell.snapshot().signIn.state !== 'waiting');
  return drivebell.snapshot().signIn;
}

describe('a sign-in with a code', () => {
  test('brings the account, and its drives can be watched; no browser opens unasked', async () => {
    await using simulator = await Simulator.start({ knobs: { deviceCodeIntervalSeconds: 1 } });
    using harness = startDrivebell(simulator);
    const { page, userCode, expiresAt } = await codeOf(harness);
    expect(expiresAt - Date.now()).toBeGreaterThan(800_000);
    await enterDeviceCode(`http://${page}`, userCode, simulator.accounts.personal.username);
    expect(await end(harness)).toEqual({ state: 'idle' });
    expect(harness.drivebell.snapshot().accounts).toMatchObject([
      { username: simulator.accounts.personal.username, kind: 'personal' },
    ]);
    expect(must(await harness.drivebell.drives.list()).drives).toHaveLength(1);
    expect(harness.opened).toEqual([]);
  });

  test('is opened and copied only when asked', async () => {
    await using simulator = await Simulator.start();
    using harness = startDrivebell(simulator);
    const { page, userCode } = await codeOf(harness);
    expect([harness.opened, harness.copied]).toEqual([[], []]);
    must(await harness.drivebell.accounts.desk.openDeviceCodePage());
    must(await harness.drivebell.accounts.desk.copy('device-code'));
    expect([harness.opened, harness.copied]).toEqual([[`http://${page}`], [userCode]]);
  });

  test('is over at once when cancelled, and nothing that comes later counts', async () => {
    await using simulator = await Simulator.start({ knobs: { deviceCodeIntervalSeconds: 1 } });
    using harness = startDrivebell(simulator);
    const { page, userCode } = await codeOf(harness);
    must(harness.drivebell.accounts.desk.cancel());
    expect(await end(harness)).toEqual({ state: 'idle' });
    await enterDeviceCode(`http://${page}`, userCode, simulator.accounts.work.username);
    // Another way in works at once.
    await signIn(harness.drivebell);
    expect(harness.drivebell.snapshot().accounts).toHaveLength(1);
    expect(await harness.drivebell.accounts.desk.copy('device-code')).toMatchObject({ ok: false });
  });

  test('declined there is declined here', async () => {
    await using simulator = await Simulator.start({ knobs: { deviceCodeIntervalSeconds: 1 } });
    using harness = startDrivebell(simulator);
    const { page, userCode } = await codeOf(harness);
    await enterDeviceCode(`http://${page}`, userCode, null);
    expect(await end(harness)).toEqual({ state: 'failed', asked: byCode, failure: 'declined' });
  });

  test.for(['expired_token', 'bad_verification_code'])(
    'that Entra calls %s has expired',
    async (error) => {
      await using simulator = await Simulator.start({ knobs: { deviceCodeIntervalSeconds: 1 } });
      using harness = startDrivebell(simulator);
      await codeOf(harness);
      simulator.faults.next('POST */oauth2/v2.0/token', { status: 400, json: { error } });
      expect(await end(harness)).toMatchObject({ failure: 'code-expired' });
    },
  );

  test('outlives a network that fails meanwhile', async () => {
    await using simulator = await Simulator.start({ knobs: { deviceCodeIntervalSeconds: 1 } });
    using harness = startDrivebell(simulator);
    const { page, userCode } = await codeOf(harness);
    simulator.faults.next('POST */oauth2/v2.0/token', { reset: true });
    await simulator.requests.until('POST */oauth2/v2.0/token', 1);
    await enterDeviceCode(`http://${page}`, userCode, simulator.accounts.work.username);
    expect(await end(harness)).toEqual({ state: 'idle' });
    expect(harness.drivebell.snapshot().accounts).toHaveLength(1);
  });

  test('shows no page but one of Microsoft’s', async () => {
    await using simulator = await Simulator.start();
    using harness = startDrivebell(simulator);
    const answer = {
      user_code: 'ABCD1234',
      device_code: 'secret',
      verification_uri: 'https://microsoft.com.evil.example/devicelogin',
      expires_in: 900,
      interval: 5,
    };
    simulator.faults.next('POST */devicecode', { status: 200, json: answer }, { times: 'always' });
    must(harness.drivebell.accounts.desk.signIn(byCode));
    expect(await end(harness)).toMatchObject({ failure: 'unexpected-answer' });
    expect(harness.opened).toEqual([]);
  });

  test('where the organization blocks codes: said, and the browser is still there', async () => {
    await using simulator = await Simulator.start({
      knobs: { deviceCodeIntervalSeconds: 1, deviceCodeBlocked: true },
    });
    using harness = startDrivebell(simulator);
    const { page, userCode } = await codeOf(harness);
    const { username } = simulator.accounts.work;
    await enterDeviceCode(`http://${page}`, userCode, username).catch(() => undefined);
    expect(await end(harness)).toMatchObject({ state: 'failed', failure: 'code-refused' });
    await signIn(harness.drivebell);
    expect(harness.drivebell.snapshot().accounts).toHaveLength(1);
  });
});
