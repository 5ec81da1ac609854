import type { Net } from '../../../src/core/ports.ts';

export interface Asked {
  readonly url: string;
  readonly init: RequestInit | undefined;
  readonly headers: Headers;
  /** Of a form or any other text. */
  readonly body: string;
}

/** A network in memory that answers by script, and keeps what it was asked. */
export class FetchNet implements Net {
  readonly asked: Asked[] = [];
  answer: (url: string, init?: RequestInit) => Response | Promise<Response>;

  constructor(answer: (url: string, init?: RequestInit) => Response | Promise<Response>) {
    this.answer = answer;
  }

  async fetch(url: string, init?: RequestInit): Promise<Response> {
    const body = typeof init?.body === 'string' ? init.body : '';
    this.asked.push({ url, init, headers: new Headers(init?.headers), body });
    return this.answer(url, init);
  }

  connect(): never {
    throw new Error('There is no push service here.');
  }
}

export function json(value: unknown, init: ResponseInit = {}): Response {
  return Response.json(value, init);
}

export function graphError(
  status: number,
  code: string,
  headers: Record<string, string> = {},
): Response {
  return json({ error: { code, message: 'Something with names in it.' } }, { status, headers });
}

export function html(status = 200): Response {
  return new Response('<html>', { status, headers: { 'content-type': 'text/html' } });
}
