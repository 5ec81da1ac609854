import { beforeEach, expect, it } from 'vitest';
import { systemClipboard } from '../../src/main/clipboard.ts';
import { heardLog } from '../core/support/doubles.ts';
import { given, resetElectron, seen } from './support/electron.ts';

beforeEach(() => {
  resetElectron();
});

it('hands over a text', async () => {
  expect(await systemClipboard(heardLog()).write('ABCD-1234')).toBe(true);
  expect(seen.copied).toEqual(['ABCD-1234']);
});

it('says so when the system does not take it, and not what it was', async () => {
  given.doesClipboardTake = false;
  const log = heardLog();
  expect(await systemClipboard(log).write('ABCD-1234')).toBe(false);
  expect([log.events, log.text().includes('ABCD')]).toEqual([['clipboard-did-not-take'], false]);
});
