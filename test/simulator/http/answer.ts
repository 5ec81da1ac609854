/** Several values: the header comes several times. */
export type Headers = Readonly<Record<string, string | readonly string[]>>;

/** What goes back, before it is written. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string | Buffer;
  /** For the request log: who asked. */
  readonly account?: string | undefined;
}

export function json(status: number, value: unknown, headers: Headers = {}): Answer {
  const body = JSON.stringify(value);
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body,
  };
}

export function html(status: number, body: string, headers: Headers = {}): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

export function redirect(location: string): Answer {
  return { status: 302, headers: { location }, body: '' };
}
