import type { IncomingMessage } from 'node:http';
import type { Endpoint, Endpoints } from './endpoints.ts';

/** How an upgrade is answered. */
export type Admission =
  | { readonly endpoint: Endpoint }
  | { readonly status: number; readonly headers: Readonly<Record<string, string>> };

interface Refusal {
  readonly status: number;
  readonly retryAfter: number | null;
  left: number;
}

/** Who gets through the upgrade: whoever has a token that is known and has not expired. */
export class Gate {
  readonly #endpoints: Endpoints;
  #refusal: Refusal | null = null;

  constructor(endpoints: Endpoints) {
    this.#endpoints = endpoints;
  }

  refuse(status: number, times: number, retryAfter: number | null): void {
    this.#refusal = { status, retryAfter, left: times };
  }

  accept(): void {
    this.#refusal = null;
  }

  admit({ url = '/' }: Pick<IncomingMessage, 'url'>): Admission {
    const { pathname, searchParams } = new URL(url, 'http://push');
    if (pathname !== '/socket.io/') return { status: 404, headers: {} };
    if (this.#refusal && this.#refusal.left > 0) {
      this.#refusal.left -= 1;
      const { status, retryAfter } = this.#refusal;
      return { status, headers: retryAfter === null ? {} : { 'retry-after': String(retryAfter) } };
    }
    const endpoint = this.#endpoints.find(searchParams);
    return endpoint ? { endpoint } : { status: 401, headers: {} };
  }
}
