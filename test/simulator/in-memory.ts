import type { Answer } from './http/answer.ts';
import { type Broken, type Outcome, hangingBody } from './http/desk.ts';
import type { Fetch } from './http/fetch.ts';
import type { Request as Asked } from './http/request.ts';
import type { Microsoft } from './microsoft.ts';

const loopback = new Set(['localhost', '127.0.0.1']);
const withoutBody = new Set([204, 205, 304]);

/**
 * `fetch` to Entra and Graph without a socket, for tests in virtual time. Any host is theirs, so that
 * links in answers name the host that was asked; only loopback, where a client waits for its redirect,
 * is really asked.
 */
export function inMemoryFetch({ desk }: Microsoft): Fetch {
  const ask: Fetch = async (url, init = {}) => {
    const target = new URL(url);
    if (loopback.has(target.hostname)) return await fetch(target, init);
    const { signal = null, redirect = 'follow' } = init;
    signal?.throwIfAborted();
    const request = await asked(target, init);
    const delivered = Promise.withResolvers<Outcome>();
    signal?.addEventListener('abort', () => delivered.reject(signal.reason), { once: true });
    void desk.serve(request, (outcome) => {
      if (!('broken' in outcome) || outcome.broken === 'body') delivered.resolve(outcome);
      // As Node's fetch words it.
      else if (outcome.broken === 'reset') delivered.reject(new TypeError('fetch failed'));
    });
    const response = responseOf(await delivered.promise, desk.dateHeader, signal);
    Object.defineProperty(response, 'url', { value: target.href });
    const location = response.headers.get('location');
    if (location === null || redirect === 'manual') return response;
    if (redirect === 'error') throw new TypeError('fetch failed');
    return await ask(new URL(location, target), signal ? { signal } : {});
  };
  return ask;
}

async function asked(target: URL, init: RequestInit): Promise<Asked> {
  const sent = new Request(target, init);
  return {
    method: sent.method,
    origin: target.origin,
    path: decodeURIComponent(target.pathname),
    query: target.searchParams,
    headers: Object.fromEntries(sent.headers),
    body: await sent.text(),
  };
}

function responseOf(
  outcome: Answer | Broken,
  { date = new Date().toUTCString() }: { readonly date?: string },
  signal: AbortSignal | null,
): Response {
  const headers = new Headers({ date });
  if ('broken' in outcome) return new Response(neverEnding(signal), { headers });
  for (const [name, value] of Object.entries(outcome.headers)) {
    for (const one of [value].flat()) headers.append(name, one);
  }
  const { status } = outcome;
  const body = typeof outcome.body === 'string' ? outcome.body : new Uint8Array(outcome.body);
  return new Response(withoutBody.has(status) ? null : body, { status, headers });
}

function neverEnding(signal: AbortSignal | null): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode(hangingBody));
      signal?.addEventListener('abort', () => controller.error(signal.reason), { once: true });
    },
  });
}
