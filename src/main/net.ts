import { addAbortSignal, type Readable } from 'node:stream';
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

/** What came back; its body ends with an error where it is cut off, or the signal aborts. */
export interface Gotten {
  readonly status: number;
  readonly body: Readable;
}

interface GetOptions {
  readonly accept: string;
  readonly signal: AbortSignal;
  readonly mayFollow: (url: string) => boolean;
}

const mostRedirects = 5;

/** Rejects with a `NotFollowed` where it was led to where it may not go. */
export type Get = (url: string, options: GetOptions) => Promise<Gotten>;

export class NotFollowed extends Error {
  override readonly name = 'NotFollowed';
}

/** One request that may be led elsewhere, as downloads are; what `Net` asks never is. */
export function chromiumGet(ours: () => Session): Get {
  return (url, { accept, signal, mayFollow }) =>
    new Promise((resolve, reject) => {
      const request = net.request({
        url,
        session: ours(),
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
      });
      request.setHeader('accept', accept);
      // Left alone, Chromium would say its version and the system's, and the person's languages.
      request.setHeader('user-agent', 'Drivebell');
      request.setHeader('accept-language', 'en');
      let redirects = 0;
      request.on('redirect', (_status, _method, to) => {
        redirects += 1;
        if (redirects <= mostRedirects && mayFollow(to)) return request.followRedirect();
        reject(new NotFollowed());
        request.abort();
      });
      request.on('response', (response) => {
        // Electron's is one of Node's streams, though its types do not say so.
        const body = response as unknown as Readable;
        resolve({ status: response.statusCode, body: addAbortSignal(signal, body) });
      });
      request.on('error', reject);
      const end = (): void => {
        reject(signal.reason);
        request.abort();
      };
      if (signal.aborted) end();
      else signal.addEventListener('abort', end, { once: true });
      request.end();
    });
}
