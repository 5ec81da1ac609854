import { expect, test, vi } from 'vitest';
import { type Api, requestNames } from '../../src/shared/ipc.ts';
import type { Snapshot } from '../../src/shared/snapshot.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { serve, takeRefused } from './support/main-process.ts';
import { draft, snapshot } from './support/samples.ts';

const fake = (): FakeDrivebell => new FakeDrivebell({ snapshot: snapshot() });
const loosely = (api: Api) =>
  api as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;

test('the preload script gives the page the contract, and nothing else', () => {
  const api = serve(fake());
  expect(Object.keys(api).toSorted()).toEqual([...requestNames, 'on'].toSorted());
  expect(Object.isFrozen(api)).toBe(true);
});

test('a request arrives as it was asked, and its answer is a copy', async () => {
  const main = fake();
  const api = serve(main);
  const rule = draft({ pattern: '*.tmp' });
  expect(await api.addRules([rule], null)).toEqual({ ok: true, value: undefined });
  expect(main.asked('addRules')).toEqual([[[rule], null]]);
  expect(main.asked('addRules')[0]?.[0]).not.toBe(rule);
  expect(await api.getSnapshot()).toEqual({ ok: true, value: snapshot() });
});

test.each([
  ['pause', ['for-ever']],
  ['openItem', ['https://evil.example']],
  ['addRules', [[{ ...draft(), colour: 'red' }], null]],
] as const)('%s is refused by main’s own check', async (name, args) => {
  const main = fake();
  const answer = await loosely(serve(main))[name]?.(...args);
  expect(answer).toEqual({ ok: false, code: 'bad-request' });
  expect(takeRefused()).toEqual([`ipc-bad-request {"request":"${name}"}`]);
  expect(main.calls).toEqual([]);
});

test('what cannot be cloned does not leave the page', async () => {
  await expect(loosely(serve(fake()))['pause']?.(() => {})).rejects.toThrow(/could not be cloned/u);
});

test('a push is heard by who listens, until then', async () => {
  const main = fake();
  const api = serve(main);
  const hear = vi.fn<(heard: Snapshot) => void>();
  const stop = api.on('snapshot', hear);
  main.push({ unread: 3 });
  await expect.poll(() => hear.mock.calls).toEqual([[snapshot({ unread: 3 })]]);
  stop();
  main.push({ unread: 4 });
  await api.getSnapshot();
  expect(hear).toHaveBeenCalledTimes(1);
});
