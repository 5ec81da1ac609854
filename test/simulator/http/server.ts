import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, json } from './answer.ts';
import { type Desk, type Outcome, hangingBody } from './desk.ts';
import { readRequest } from './request.ts';

/** The one HTTP origin. */
export class HttpServer {
  readonly #desk: Desk;
  readonly #server = createServer((incoming, response) => void this.#serve(incoming, response));

  constructor(desk: Desk) {
    this.#desk = desk;
    // A client's kept connection must not be closed under its next request.
    this.#server.keepAliveTimeout = 60_000;
  }

  async listen(port: number): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#server.once('error', reject);
    this.#server.listen(port, '127.0.0.1', resolve);
    await promise;
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.close(() => resolve());
    this.#server.closeAllConnections();
    await promise;
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const request = await readRequest(incoming);
      if (!request) {
        write(response, json(400, { error: { code: 'BadRequest', message: 'Malformed URL.' } }));
        return;
      }
      await this.#desk.serve(request, (outcome) => {
        for (const [name, value] of Object.entries(this.#desk.dateHeader)) {
          response.setHeader(name, value);
        }
        deliver(response, outcome);
      });
    } catch {
      // The client went away while it was asking.
      response.destroy();
    }
  }
}

function deliver(response: ServerResponse, outcome: Outcome): void {
  if (!('broken' in outcome)) {
    write(response, outcome);
    return;
  }
  if (outcome.broken === 'reset') response.socket?.resetAndDestroy();
  if (outcome.broken === 'body') {
    response.writeHead(200, { 'content-type': 'application/json' }).write(hangingBody);
  }
}

function write(response: ServerResponse, { status, headers, body }: Answer): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('content-length', String(Buffer.byteLength(body)));
  response.writeHead(status).end(body);
}
