import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SecretSave } from '../../../src/core/ports.ts';
import { TokenVault } from '../../../src/core/sign-in/vault.ts';
import { heardLog, noon } from '../support/doubles.ts';
import { HeldSecret } from '../support/secrets.ts';

let file: HeldSecret;
let told: SecretSave[];
let vault: TokenVault;

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
  // Backoff waits for the whole of its ceiling.
  vi.spyOn(Math, 'random').mockReturnValue(1);
  file = new HeldSecret();
  file.keeps = 'failed';
  told = [];
  vault = new TokenVault({
    secretFile: file,
    log: heardLog(),
    isWeakAllowed: () => false,
    isKnown: () => true,
    onFound: () => undefined,
    onSaved: (how) => told.push(how),
  });
});

afterEach(() => {
  vault.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('is told, fails nobody, and lives on in memory', async () => {
  await vault.write('ada', 'A');
  expect([told, await vault.read('ada')]).toEqual([['failed'], 'A']);
});

it('is tried again, ever more seldom, until it is saved', async () => {
  await vault.write('ada', 'A');
  const waits: number[] = [];
  let last = Date.now();
  for (let n = 0; n < 8; n += 1) {
    await vi.advanceTimersToNextTimerAsync();
    waits.push((Date.now() - last) / 1000);
    last = Date.now();
    expect(file.saves).toHaveLength(n + 2);
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  file.keeps = 'saved';
  await vi.advanceTimersToNextTimerAsync();
  expect([told.at(-1), file.accounts, vi.getTimerCount()]).toEqual(['saved', { ada: 'A' }, 0]);
});

it('once over, a later failure is tried again soon', async () => {
  await vault.write('ada', 'A');
  await vi.advanceTimersByTimeAsync(1000 + 2000 + 4000);
  file.keeps = 'saved';
  await vi.advanceTimersByTimeAsync(8000);
  file.keeps = 'failed';
  await vault.write('ada', 'A2');
  const saves = file.saves.length;
  await vi.advanceTimersByTimeAsync(1000);
  expect(file.saves).toHaveLength(saves + 1);
});

it('of several changes is one retry, of the last of them', async () => {
  await vault.write('ada', '1');
  await vault.write('ada', '2');
  await vault.write('bob', '3');
  expect(vi.getTimerCount()).toBe(1);
  file.keeps = 'saved';
  await vi.advanceTimersByTimeAsync(60_000);
  expect([file.saves.length, file.accounts]).toEqual([4, { ada: '2', bob: '3' }]);
});

it('is not tried again where memory is all there is', async () => {
  file.keeps = 'memory-only';
  await vault.write('ada', 'A');
  expect([told, vi.getTimerCount(), await vault.read('ada')]).toEqual([['memory-only'], 0, 'A']);
});

it('is not tried again after the end', async () => {
  await vault.write('ada', 'A');
  vault.stop();
  await vi.advanceTimersByTimeAsync(600_000);
  expect([file.saves.length, vi.getTimerCount()]).toEqual([1, 0]);
});
