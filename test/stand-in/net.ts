import os from 'node:os';
import type { Net } from 'electron';
import { lifecycle } from './lifecycle.ts';
import { WebSocket } from './net-web-socket.ts';
import { session } from './session.ts';
import { loud, unimplemented } from './strict.ts';

const isOnline = (): boolean =>
  Object.values(os.networkInterfaces()).some((addresses) =>
    addresses?.some(({ internal }) => !internal),
  );

export const net = loud('net', {
  WebSocket,
  fetch: (input: string | Request, init?: RequestInit) => session.defaultSession.fetch(input, init),
  request: (): never => {
    if (!lifecycle.ready) throw new Error('net module can only be used after app is ready');
    return (unimplemented('net.request') as () => never)();
  },
  isOnline,
  get online() {
    return isOnline();
  },
} satisfies Pick<Net, 'fetch' | 'request' | 'isOnline' | 'online'> & { WebSocket: unknown });
