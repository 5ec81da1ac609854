import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromiumError } from './net-errors.ts';
import { SessionProtocol } from './session-protocol.ts';

/** What of a session a fetch needs. */
interface FetchSession {
  readonly protocol: SessionProtocol;
  getUserAgent(): string;
}

/** Headers Chromium refuses to take from an app. */
const refused = new Set([
  'content-length',
  'host',
  'trailer',
  'te',
  'upgrade',
  'cookie2',
  'keep-alive',
  'transfer-encoding',
]);

/** A connection lost within the body rejects with Chromium's words. */
function chromiumBody(
  body: ReadableStream<Uint8Array>,
  { headers }: Response,
  { signal }: Request,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const reason = (error: unknown): unknown => {
    if (signal.aborted) return error;
    const cut = headers.has('content-length')
      ? 'net::ERR_CONTENT_LENGTH_MISMATCH'
      : 'net::ERR_INCOMPLETE_CHUNKED_ENCODING';
    const name = chromiumError(error);
    return new Error(name === 'net::ERR_EMPTY_RESPONSE' ? cut : name, { cause: error });
  };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        controller.error(reason(error));
      }
    },
    cancel: (why) => reader.cancel(why),
  });
}

/** Rebuilt as Electron rebuilds it: a response knows neither its URL nor that it was redirected. */
function rebuilt(response: Response, request: Request): Response {
  const { status, statusText } = response;
  const bare = request.method === 'HEAD' || [204, 205, 304].includes(status) || !response.body;
  const body = bare || !response.body ? null : chromiumBody(response.body, response, request);
  return new Response(body, { status, statusText, headers: new Headers(response.headers) });
}

async function fromNetwork(request: Request, userAgent: string): Promise<Response> {
  const headers = new Headers(request.headers);
  if ([...headers.keys()].some((name) => refused.has(name))) {
    throw new Error('net::ERR_INVALID_ARGUMENT');
  }
  if (!headers.has('user-agent')) headers.set('user-agent', userAgent);
  let response: Response;
  try {
    response = await fetch(new Request(request, { headers, redirect: followed(request) }));
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new Error(chromiumError(error), { cause: error });
  }
  if (response.status >= 300 && response.status < 400 && response.headers.has('location')) {
    if (request.redirect === 'error') {
      throw new Error("Attempted to redirect, but redirect policy was 'error'");
    }
    if (request.redirect === 'manual') throw new Error('Redirect was cancelled');
  }
  return rebuilt(response, request);
}

const followed = (request: Request): 'follow' | 'manual' =>
  request.redirect === 'follow' ? 'follow' : 'manual';

async function fromFile(url: string): Promise<Response> {
  try {
    return new Response(new Uint8Array(await readFile(fileURLToPath(url))));
  } catch (error) {
    throw new Error(chromiumError(error), { cause: error });
  }
}

/** `session.fetch`: over http, files and this session's own schemes. */
export async function fetchLikeChromium(
  session: FetchSession,
  input: string | URL | Request,
  init?: RequestInit & { bypassCustomProtocolHandlers?: boolean },
): Promise<Response> {
  const request = new Request(input, init);
  const scheme = new URL(request.url).protocol.slice(0, -1);
  if (!init?.bypassCustomProtocolHandlers && session.protocol.isProtocolHandled(scheme)) {
    const served = await SessionProtocol.serve(session.protocol, request);
    if ('error' in served) throw new Error(served.error);
    return rebuilt(served.response, request);
  }
  if (scheme === 'http' || scheme === 'https') {
    return fromNetwork(request, session.getUserAgent());
  }
  if (scheme === 'file') return fromFile(request.url);
  if (scheme === 'data') return rebuilt(await fetch(request), request);
  throw new Error('net::ERR_UNKNOWN_URL_SCHEME');
}
