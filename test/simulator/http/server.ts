import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type Answer, html, json } from './answer.ts';
import type { FaultAnswer, Faults } from './faults.ts';
import { type Request, readRequest } from './request.ts';
import type { RequestLog } from './request-log.ts';

interface Surroundings {
  readonly answer: (request: Request) => Answer | Promise<Answer>;
  /** The answer Microsoft gives with that status, for faults that name nothing else. */
  readonly plain: (request: Request, fault: FaultAnswer) => Answer;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly dateSkewMs: () => number;
}

/** The one HTTP origin. */
export class HttpServer {
  readonly #surroundings: Surroundings;
  readonly #server = createServer((incoming, response) => void this.#serve(incoming, response));

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
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
      const skew = this.#surroundings.dateSkewMs();
      if (skew !== 0) response.setHeader('date', new Date(Date.now() + skew).toUTCString());
      await this.#respond(request, response);
    } catch (error) {
      if (response.headersSent || response.destroyed) return;
      write(response, json(500, { error: { code: 'simulatorDefect', message: String(error) } }));
    }
  }

  async #respond(request: Request, response: ServerResponse): Promise<void> {
    const { faults, answer, plain } = this.#surroundings;
    const fault = request.path.startsWith('/_control/') ? null : faults.take(request);
    if (fault?.delayMs !== undefined) await delay(fault.delayMs);
    if (fault?.reset) {
      response.socket?.resetAndDestroy();
      this.#log(request, null);
      return;
    }
    if (fault?.stall) {
      if (fault.stall === 'body') {
        response.writeHead(200, { 'content-type': 'application/json' }).write('{"value":[');
      }
      this.#log(request, null);
      return;
    }
    const result = (fault && faultAnswer(fault, request, plain)) ?? (await answer(request));
    write(response, result);
    this.#log(request, result);
  }

  #log({ method, path }: Request, answer: Answer | null): void {
    if (path.startsWith('/_control/')) return;
    const account = answer?.account ?? null;
    this.#surroundings.log.add({
      at: Date.now(),
      method,
      path,
      status: answer?.status ?? 0,
      account,
    });
  }
}

/** Null where the fault was only a delay. */
function faultAnswer(
  fault: FaultAnswer,
  request: Request,
  plain: Surroundings['plain'],
): Answer | null {
  const { status = 200, headers = {} } = fault;
  if (fault.resync) return plain(request, fault);
  if (fault.json !== undefined) return json(status, fault.json, headers);
  if (fault.html !== undefined) return html(status, fault.html, headers);
  if (fault.text !== undefined)
    return { status, headers: { 'content-type': 'text/plain', ...headers }, body: fault.text };
  if (fault.empty) return { status, headers, body: '' };
  return fault.status === undefined ? null : plain(request, fault);
}

function write(response: ServerResponse, { status, headers, body }: Answer): void {
  const length = String(Buffer.byteLength(body));
  response.writeHead(status, { ...headers, 'content-length': length }).end(body);
}
