import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SafeStorageFile } from '../../src/main/secret-file.ts';
import { heardLog } from '../core/support/doubles.ts';
import { Simulator } from '../simulator/simulator.ts';
import { type Harness, signInAndWatch, startDrivebell, untilState } from '../support/harness.ts';
import { given, resetElectron } from './support/electron.ts';

let dir: string;
let path: string;

beforeEach(() => {
  resetElectron();
  dir = mkdtempSync(join(tmpdir(), 'drivebell-stored-'));
  path = join(dir, 'tokens.bin');
});

afterEach(() => {
  rmSync(dir, { recursive: true });
});

/** Signed in as MSAL does it, the tokens in the file as the app keeps them. */
async function signedIn(simulator: Simulator): Promise<Harness> {
  const secretFile = (): SafeStorageFile => new SafeStorageFile(path, 'linux', heardLog());
  const harness = startDrivebell(simulator, { secretFile });
  await signInAndWatch(harness, simulator, ['onedrive']);
  harness.drivebell.stop();
  return harness;
}

const eighths = [0, 1, 2, 3, 4, 5, 6, 7];

it.each(eighths)(
  'damaged at eighth %i, the copy takes its place, and nobody signs in',
  async (n) => {
    await using simulator = await Simulator.start();
    using harness = await signedIn(simulator);
    const whole = readFileSync(path);
    const at = Math.floor((whole.length * n) / 8);
    for (const damaged of [whole.subarray(0, at), flipped(whole, at)]) {
      writeFileSync(path, damaged);
      const again = harness.restart();
      await untilState(again.drivebell, 'live');
      expect(again.drivebell.snapshot().troubles).toEqual(['tokens-restored']);
      expect([again.opened, again.signInToasts]).toEqual([[], []]);
      again.drivebell.stop();
    }
  },
);

it('damaged with its copy, it is put aside, said, and replaced by the next sign-in', async () => {
  await using simulator = await Simulator.start();
  using harness = await signedIn(simulator);
  for (const one of [path, `${path}.copy`]) writeFileSync(one, flipped(readFileSync(one), 100));
  using again = harness.restart();
  await untilState(again.drivebell, 'sign-in-needed');
  expect(again.drivebell.snapshot().troubles).toEqual(['tokens-lost']);
  expect(readdirSync(dir).some((name) => name.includes('.corrupt-'))).toBe(true);
  await signInAndWatch(again, simulator, []);
  await untilState(again.drivebell, 'live');
  expect(again.drivebell.snapshot().troubles).toEqual([]);
});

it('with another keyring it is kept, and taken up again when that keyring is back', async () => {
  await using simulator = await Simulator.start();
  using harness = await signedIn(simulator);
  given.encryption.backend = 'kwallet6';
  const other = harness.restart();
  await untilState(other.drivebell, 'sign-in-needed');
  expect(other.drivebell.snapshot().troubles).toEqual(['tokens-key-changed']);
  await signInAndWatch(other, simulator, []);
  other.drivebell.stop();
  given.encryption.backend = 'gnome_libsecret';
  using back = other.restart();
  await untilState(back.drivebell, 'live');
  expect([back.opened, back.signInToasts]).toEqual([[], []]);
});

function flipped(bytes: Buffer, at: number): Buffer {
  const damaged = Buffer.from(bytes);
  damaged[at] = (damaged[at] ?? 0) ^ 0x55;
  return damaged;
}
