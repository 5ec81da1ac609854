import type { IncomingMessage } from 'node:http';

const bodyLimit = 1_000_000;

/** A request as the parts of the simulator see it. */
export interface Request {
  readonly method: string;
  /** The Host it was sent to, with its scheme: links in answers start with it. */
  readonly origin: string;
  /** Decoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Null where the path is not well encoded. */
export async function readRequest(incoming: IncomingMessage): Promise<Request | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= bodyLimit) chunks.push(chunk);
  }
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
  );
  // Clients that insist on https reach the simulator through a TLS front of their test.
  const scheme = headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
  const origin = `${scheme}://${headers['host'] ?? '127.0.0.1'}`;
  try {
    const url = new URL(incoming.url ?? '/', origin);
    const path = decodeURIComponent(url.pathname);
    const body = Buffer.concat(chunks).toString('utf8');
    const method = incoming.method ?? 'GET';
    return { method, origin, path, query: url.searchParams, headers, body };
  } catch {
    return null;
  }
}

export function formOf(request: Request): URLSearchParams {
  return new URLSearchParams(request.body);
}
