import { afterEach } from 'vitest';
import type { Drivebell } from '../../../src/core/drivebell.ts';
import type { Log } from '../../../src/core/ports.ts';
import { handlersFor } from '../../../src/main/handlers.ts';
import { type Handlers, serveIpc } from '../../../src/main/ipc.ts';
import '../../../src/preload/index.ts';
import {
  type Api,
  channelOf,
  type PushName,
  type Pushes,
  requestNames,
} from '../../../src/shared/ipc.ts';
import { ipcMain, ipcRenderer, webContents } from './electron.ts';

/** Only the checks are taken of these: whoever they ask is never asked. */
const nobody: object = new Proxy({}, { get: () => nobody });
const real = handlersFor(nobody as Drivebell, nobody as Parameters<typeof handlersFor>[1]);

/** Who plays main has the window on this line. */
interface Answers {
  readonly api: Omit<Api, 'on'>;
  tellWindow: TellWindow;
}

export type TellWindow = <P extends PushName>(push: P, value: Pushes[P]) => void;

let last: Answers | null = null;
/** What the window asked and main would not answer: never expected. */
const refused: string[] = [];

/** From now on this one answers the window, behind main's own checks. */
export function serve(answers: Answers): Api {
  for (const name of requestNames) ipcMain.removeHandler(channelOf(name));
  const handlers = requestNames.map((name) => [
    name,
    {
      check: real[name].check,
      // Looked up when it is asked: a test may put another answer in its place.
      run: (...args: never[]) => (answers.api[name] as (...args: never[]) => unknown)(...args),
    },
  ]);
  serveIpc(
    Object.fromEntries(handlers) as Handlers,
    (contents) => (contents as unknown) === webContents,
    log,
  );
  if (last) last.tellWindow = () => {};
  last = answers;
  answers.tellWindow = (push, value) => webContents.send(channelOf(push), value);
  return window.drivebell;
}

const hear: Log['info'] = (event, details) => {
  refused.push(`${event} ${JSON.stringify(details ?? {})}`);
};
const log: Log = { info: hear, warn: hear, child: () => log };

/** Where a test asks what main refuses on purpose. */
export function takeRefused(): readonly string[] {
  return refused.splice(0);
}

afterEach(async () => {
  // Once this has come back nothing is on its way any more that would reach the next test's window.
  await ipcRenderer.invoke('nothing').catch(() => {});
  const heard = takeRefused();
  if (heard.length > 0) throw new Error(`Main would not have it: ${heard.join(', ')}`);
});
