import { expect, it, vi } from 'vitest';
import type { Drivebell } from '../../src/core/drivebell.ts';
import { handlersFor } from '../../src/main/handlers.ts';
import { type RequestName, requestNames } from '../../src/shared/ipc.ts';

/** A product whose every method answers with its own name and what it was asked. */
const product = new Proxy({} as Drivebell, {
  get:
    (_target, name) =>
    (...args: readonly unknown[]) => ({ ok: true, value: [name, ...args] }),
});
const handlers = handlersFor(product);

function passes(name: RequestName, args: unknown): boolean {
  return handlers[name].check.safeParse(args).success;
}

const choice = { accountId: 'a-1', driveId: 'b!1' };
const choices = (count: number): unknown => Array.from({ length: count }, () => choice);
const long = 'x'.repeat(401);

const good: Readonly<Record<RequestName, readonly (readonly unknown[])[]>> = {
  getSnapshot: [[]],
  signIn: [[null], ['a-1']],
  cancelSignIn: [[]],
  listDrives: [[]],
  watchDrives: [[[]], [[choice]], [choices(200)]],
  stopWatching: [['w-1']],
  getActivity: [
    [null, 1],
    [7, 200],
  ],
  openItem: [[0], [7]],
  openDrive: [['w-1']],
  markRead: [[0], [7]],
  pause: [['one-hour'], ['tomorrow'], ['until-resumed']],
  resume: [[]],
  checkNow: [['w-1']],
};

const bad: Readonly<Record<RequestName, readonly (readonly unknown[])[]>> = {
  getSnapshot: [[1]],
  signIn: [[], [{}], [''], [7], [long], ['a-1', 'a-2']],
  cancelSignIn: [[null]],
  listDrives: [['x']],
  watchDrives: [
    [],
    [null],
    [choice],
    [[{ ...choice, url: 'https://evil.example' }]],
    [[{ accountId: 'a-1' }]],
    [[{ ...choice, driveId: 7 }]],
    [[{ ...choice, driveId: long }]],
    [choices(201)],
    [[choice], 1],
  ],
  stopWatching: [[], [''], [7], [long], ['w-1', 'w-2']],
  getActivity: [[], [null], [undefined, 1], [null, 0], [null, 201], [null, 1.5], [-1, 1], ['1', 1]],
  openItem: [
    [],
    ['1'],
    [-1],
    [1.5],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    ['https://evil.example'],
  ],
  openDrive: [[], [''], [{}], [long]],
  markRead: [[], [null], [-1], [0.5]],
  pause: [[], ['forever'], [3600], [null]],
  resume: [[true]],
  checkNow: [[], [''], [['w-1']]],
};

it.each(requestNames)('%s takes what the contract says', (name) => {
  expect(good[name].filter((args) => !passes(name, args))).toEqual([]);
});

it.each(requestNames)('%s takes nothing else', (name) => {
  expect([...bad[name], 'text', null, {}].filter((args) => passes(name, args))).toEqual([]);
});

it.each(requestNames.filter((name) => name !== 'getSnapshot'))(
  '%s is answered by the product, as asked',
  async (name) => {
    const args = good[name].at(-1) ?? [];
    const run = vi.fn<(...args: readonly unknown[]) => unknown>(handlers[name].run as never);
    expect(await run(...args)).toEqual({ ok: true, value: [name, ...args] });
  },
);

it('getSnapshot gives the snapshot', () => {
  expect(handlers.getSnapshot.run()).toEqual({
    ok: true,
    value: { ok: true, value: ['snapshot'] },
  });
});
