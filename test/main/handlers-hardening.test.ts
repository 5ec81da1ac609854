import type { IpcMainInvokeEvent, WebContents } from 'electron';
import * as fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import type { Drivebell } from '../../src/core/drivebell.ts';
import { handlersFor } from '../../src/main/handlers.ts';
import { serveIpc } from '../../src/main/ipc.ts';
import { channelOf, requestNames } from '../../src/shared/ipc.ts';
import { heardLog, type HeardLog } from '../core/support/doubles.ts';
import { resetElectron, seen } from './support/electron.ts';

const frame = { url: 'app://bundle/index.html' };
const ours = { mainFrame: frame } as unknown as WebContents;
const canary = 'https://contoso.sharepoint.com/Salaries.xlsx?token=eyJ0eXAi';

let log: HeardLog;
/** What the product was asked, by whatever name. */
let ran: readonly unknown[][];

/** A product of which every method takes anything and fails. */
function failing(): object {
  const method = (...args: unknown[]): never => {
    ran = [...ran, args];
    throw new Error(canary);
  };
  return new Proxy(method, {
    get: (_target, name) => (name === 'then' ? undefined : failing()),
  });
}

beforeEach(() => {
  resetElectron();
  log = heardLog();
  ran = [];
  const handlers = handlersFor(failing() as Drivebell, {
    startPage: () => 'activity',
    loginItem: failing() as never,
    showDataFolder: failing() as never,
    licences: failing() as never,
    zoom: failing() as never,
    tryOut: null,
  });
  serveIpc(handlers, (contents) => contents === ours, log);
});

const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    canary,
    '../../etc/passwd',
    'x'.repeat(100_000),
    '\u0000',
    '\uD800',
    '__proto__',
    Number.NaN,
    -1,
    1e308,
    2 ** 53,
    null,
    undefined,
    JSON.parse('{"__proto__":{"isOn":true}}'),
    new Proxy({}, {}),
    new Date(Number.NaN),
    new Map(),
  ),
  fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true }),
);

it.each(requestNames)('%s: takes any arguments without failing or saying them', async (name) => {
  const handler = seen.handlers.get(channelOf(name));
  const event = { sender: ours, senderFrame: frame } as unknown as IpcMainInvokeEvent;
  await fc.assert(
    fc.asyncProperty(fc.array(hostile, { maxLength: 5 }), async (args) => {
      const before = ran.length;
      const reply = (await handler?.(event, ...args)) as { ok: boolean; code?: string };
      structuredClone(reply);
      if (!reply.ok) expect(reply).toEqual({ ok: false, code: expect.any(String) });
      if (reply.code === 'bad-request') expect(ran.length).toBe(before);
    }),
    { numRuns: 150 },
  );
  expect(log.text()).not.toMatch(/contoso|eyJ|passwd|xxxx/u);
});
