import type { IpcMainInvokeEvent } from 'electron';
import { handlerOf, ipcMain } from './ipc-main.ts';
import { report } from './report.ts';
import { decode, encode } from './wire.ts';

/** What the preload script's world sends through its binding. */
export type FromPage =
  | {
      readonly kind: 'invoke';
      readonly id: number;
      readonly channel: string;
      readonly args: string;
    }
  | { readonly kind: 'send'; readonly channel: string; readonly args: string }
  | { readonly kind: 'preload-error'; readonly message: string; readonly stack: string }
  | { readonly kind: 'hello'; readonly url: string };

/** What goes back into that world. */
export type ToPage =
  | { readonly kind: 'reply'; readonly id: number; readonly result: string }
  | { readonly kind: 'reply'; readonly id: number; readonly error: string }
  | { readonly kind: 'message'; readonly channel: string; readonly args: string };

type Emitter = Pick<NodeJS.EventEmitter, 'emit'>;

export function dispatchSend(
  message: FromPage & { kind: 'send' },
  event: { sender: unknown },
): void {
  const args = decode(message.args) as unknown[];
  (event.sender as Emitter).emit('ipc-message', event, message.channel, ...args);
  ipcMain.emit(message.channel, event, ...args);
}

export async function dispatchInvoke(
  message: FromPage & { kind: 'invoke' },
  event: object,
): Promise<ToPage> {
  const { id, channel } = message;
  const handler = handlerOf(channel);
  try {
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const args = decode(message.args) as never[];
    const result = await handler(event as IpcMainInvokeEvent, ...args);
    return { kind: 'reply', id, result: encodeResult(result) };
  } catch (error) {
    // Electron prints it too: a handler that throws is a handler that leaks into the log.
    report(`Error occurred in handler for '${channel}':`, error);
    return { kind: 'reply', id, error: String(error) };
  }
}

function encodeResult(result: unknown): string {
  try {
    return encode(result);
  } catch {
    throw new Error('An object could not be cloned.');
  }
}
