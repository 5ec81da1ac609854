import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { z } from 'zod';
import type { Log } from '../core/ports.ts';
import { type Args, channelOf, type Reply, type RequestName, requestNames } from '../shared/ipc.ts';
import { pageOrigin } from './sessions.ts';

/** Each request with the check of its arguments: one cannot be without the other. */
export type Handlers = {
  readonly [K in RequestName]: {
    readonly check: z.ZodType<Args<K>>;
    readonly run: (...args: Args<K>) => Reply<K> | Promise<Reply<K>>;
  };
};

/** Answers the window's requests, and only our window's. Handlers never throw: Electron would print it. */
export function serveIpc(
  handlers: Handlers,
  owns: (contents: WebContents) => boolean,
  log: Log,
): void {
  for (const name of requestNames) serve(name, handlers[name], owns, log);
}

function serve<K extends RequestName>(
  name: K,
  handler: Handlers[K],
  owns: (contents: WebContents) => boolean,
  log: Log,
): void {
  ipcMain.handle(channelOf(name), async (event, ...args: unknown[]): Promise<Reply<K>> => {
    if (!isTrusted(event, owns)) {
      log.warn('ipc-not-trusted', { request: name });
      return refuse('not-trusted');
    }
    const checked = handler.check.safeParse(args);
    if (!checked.success) {
      log.warn('ipc-bad-request', { request: name });
      return refuse('bad-request');
    }
    try {
      return await handler.run(...checked.data);
    } catch (thrown) {
      log.warn('ipc-failed', { request: name, why: thrown instanceof Error ? thrown.name : '' });
      return refuse('internal');
    }
  });
}

function refuse<K extends RequestName>(code: 'not-trusted' | 'bad-request' | 'internal'): Reply<K> {
  return { ok: false, code };
}

// The frame has to be read before the first await: afterwards it may be gone.
function isTrusted(event: IpcMainInvokeEvent, owns: (contents: WebContents) => boolean): boolean {
  const frame = event.senderFrame;
  if (!frame || frame !== event.sender.mainFrame || !owns(event.sender)) return false;
  return frame.url.startsWith(`${pageOrigin}/`);
}
