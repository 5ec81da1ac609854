import { report } from './report.ts';
import { strictBase } from './strict.ts';

type Handler = (request: Request) => Response | Promise<Response>;

export type Served =
  | { readonly response: Response }
  | { readonly error: 'net::ERR_UNEXPECTED' | 'net::ERR_FAILED' | 'net::ERR_UNKNOWN_URL_SCHEME' };

/** The scheme handlers of one session; no other session sees them. */
export class SessionProtocol extends strictBase('session.protocol') {
  readonly #handlers = new Map<string, Handler>();

  handle(scheme: string, handler: Handler): void {
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    this.#handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    if (!this.#handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme);
  }

  /** For the stand-in: one request answered by the app's handler. */
  static async serve(protocol: SessionProtocol, request: Request): Promise<Served> {
    const handler = protocol.#handlers.get(new URL(request.url).protocol.slice(0, -1));
    if (!handler) return { error: 'net::ERR_UNKNOWN_URL_SCHEME' };
    try {
      const response: unknown = await handler(request);
      if (!(response instanceof Response)) return { error: 'net::ERR_UNEXPECTED' };
      return response.type === 'error' ? { error: 'net::ERR_FAILED' } : { response };
    } catch (error) {
      report(error);
      return { error: 'net::ERR_UNEXPECTED' };
    }
  }
}
