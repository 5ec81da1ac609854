import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Handlers, serveIpc } from '../../src/main/ipc.ts';
import { channelOf, requestNames } from '../../src/shared/ipc.ts';
import { heardLog, type HeardLog } from '../core/support/doubles.ts';
import { resetElectron, seen } from './support/electron.ts';

const secret = 'https://contoso.sharepoint.com/Salaries.xlsx';
const answer = { ok: true, value: undefined } as const;

let log: HeardLog;
let ran: unknown[];
let openItem: Handlers['openItem']['run'];

const frame = { url: 'app://bundle/index.html' };
const ours = { mainFrame: frame } as unknown as WebContents;

beforeEach(() => {
  resetElectron();
  log = heardLog();
  ran = [];
  openItem = (id) => {
    ran.push(id);
    return answer;
  };
  const rest = Object.fromEntries(
    requestNames.map((name) => [name, { check: z.tuple([]), run: () => answer }]),
  ) as unknown as Handlers;
  const handlers: Handlers = {
    ...rest,
    openItem: { check: z.tuple([z.int().transform(Math.abs)]), run: (id) => openItem(id) },
  };
  serveIpc(handlers, (contents) => contents === ours, log);
});

async function ask(
  args: readonly unknown[],
  event: object = { sender: ours, senderFrame: frame },
): Promise<unknown> {
  const handler = seen.handlers.get(channelOf('openItem'));
  return handler?.(event as IpcMainInvokeEvent, ...args);
}

it('answers every request of the contract, each on a channel of its own', () => {
  expect([...seen.handlers.keys()]).toEqual(requestNames.map((name) => `drivebell:${name}`));
});

it('answers our window', async () => {
  expect([await ask([7]), ran]).toEqual([answer, [7]]);
});

it('hands on what the check has made of it, not what was sent', async () => {
  expect([await ask([-7]), ran]).toEqual([answer, [7]]);
});

describe('a frame that is not to be trusted', () => {
  const child = { url: 'app://bundle/index.html' };
  const at = (url: string): object => {
    const main = { url };
    return { sender: Object.assign(ours, { mainFrame: main }), senderFrame: main };
  };
  it.each<[string, () => object]>([
    ['gone', () => ({ sender: ours, senderFrame: null })],
    ['within our page', () => ({ sender: ours, senderFrame: child })],
    ['in another window', () => ({ sender: { mainFrame: child }, senderFrame: child })],
    ['on the web', () => at('https://evil.example/')],
    ['on another scheme', () => at('file:///index.html')],
    ['on a host that begins like ours', () => at('app://bundle.evil/index.html')],
    ['nowhere', () => at('about:blank')],
  ])('%s is refused', async (_what, event) => {
    const reply = await ask([7], event());
    Object.assign(ours, { mainFrame: frame });
    expect([reply, ran]).toEqual([{ ok: false, code: 'not-trusted' }, []]);
    expect(log.events).toEqual(['ipc-not-trusted']);
  });
});

it.each([[[]], [['7']], [[7, 8]], [[secret]]])('refuses bad arguments: %j', async (args) => {
  expect([await ask(args), ran]).toEqual([{ ok: false, code: 'bad-request' }, []]);
  expect([log.events, log.text().includes(secret)]).toEqual([['ipc-bad-request'], false]);
});

it.each<[string, Handlers['openItem']['run']]>([
  [
    'throws',
    () => {
      throw new TypeError(secret);
    },
  ],
  ['rejects', () => Promise.reject(new Error(secret))],
  [
    'throws what is no error',
    () => {
      // oxlint-disable-next-line typescript/only-throw-error -- that is the case
      throw secret;
    },
  ],
])('tells nothing of a handler that %s', async (_what, run) => {
  openItem = run;
  expect(await ask([7])).toEqual({ ok: false, code: 'internal' });
  expect([log.events, log.text().includes(secret)]).toEqual([['ipc-failed'], false]);
});
