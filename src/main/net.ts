import { net, type Session } from 'electron';
import type { Net } from '../core/ports.ts';
import { mapOrigin } from './options.ts';

/** Chromium's network stack: the system's proxy and certificates; no cookies, no redirects. */
export function chromiumNet(ours: Session, standIns: ReadonlyMap<string, string>): Net {
  return {
    fetch: (url, init) =>
      ours.fetch(mapOrigin(url, standIns), {
        ...init,
        credentials: 'omit',
        redirect: 'error',
        cache: 'no-store',
      }),
    connect: (url) => new net.WebSocket(url, { session: ours }),
  };
}
