import type { Fetch } from '../http/fetch.ts';

/** No answer is waited for longer (sheet 3.2, 3.3). */
const limitMs = 10_000;

interface Reply {
  /** Zero: none. */
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  readonly tookMs: number;
  readonly isLate: boolean;
}

/** Everything that leaves Microsoft for somebody's listener. */
export class Courier {
  readonly #fetch: Fetch;
  readonly #end = new AbortController();

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  stop(): void {
    this.#end.abort();
  }

  async post(url: string, contentType: string, body: string): Promise<Reply> {
    const began = Date.now();
    const none = { status: 0, contentType: '', text: '' };
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), limitMs);
    const signal = AbortSignal.any([limit.signal, this.#end.signal]);
    const over = Promise.withResolvers<typeof none>();
    signal.addEventListener('abort', () => over.resolve(none), { once: true });
    const asked = this.#ask(url, { headers: { 'content-type': contentType }, body, signal });
    try {
      const answer = await Promise.race([asked.catch(() => none), over.promise]);
      return { ...answer, tookMs: Date.now() - began, isLate: limit.signal.aborted };
    } finally {
      clearTimeout(timer);
    }
  }

  async #ask(url: string, init: RequestInit) {
    // Handed on as it was written: a URL object would spell the token otherwise.
    const answer = await this.#fetch(url, { method: 'POST', redirect: 'manual', ...init });
    const contentType = answer.headers.get('content-type') ?? '';
    return { status: answer.status, contentType, text: await answer.text() };
  }
}
