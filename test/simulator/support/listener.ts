import type { Fetch } from '../http/fetch.ts';

interface Heard {
  readonly at: number;
  readonly url: string;
  readonly contentType: string;
  readonly body: string;
}

type Value = Readonly<Record<string, unknown>>;

/** Somebody's public listener, without a socket: whatever its URL, it is asked through `fetch`. */
export class Listener {
  readonly heard: Heard[] = [];
  /** Before it answers. */
  delayMs = 0;
  /** A good one says the token back, and takes everything else. */
  answer: (heard: Heard) => Response = (heard) => {
    const token = new URL(heard.url).searchParams.get('validationToken');
    const headers = { 'content-type': 'text/plain' };
    return token === null ? new Response(null, { status: 202 }) : new Response(token, { headers });
  };

  readonly fetch: Fetch = async (url, init = {}) => {
    const contentType = new Headers(init.headers).get('content-type') ?? '';
    const body = typeof init.body === 'string' ? init.body : '';
    const heard = { at: Date.now(), url: String(url), contentType, body };
    this.heard.push(heard);
    const { promise, resolve } = Promise.withResolvers<void>();
    if (this.delayMs === 0) resolve();
    else setTimeout(resolve, this.delayMs);
    await promise;
    return this.answer(heard);
  };

  /** Bodies, handshakes left out. */
  get told(): readonly Value[][] {
    return this.heard
      .filter(({ url }) => !url.includes('validationToken='))
      .map(({ body }) => (JSON.parse(body) as { value: Value[] }).value);
  }
}
