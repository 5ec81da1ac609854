import { EventEmitter } from 'node:events';
import { type IncomingMessage, request as ask } from 'node:http';
import { PassThrough } from 'node:stream';
import type * as Electron from 'electron';

type Options = Electron.ClientRequestConstructorOptions;

/**
 * Electron's `net.request` as its source has it (lib/common/api/net-client-request.ts), over Node:
 * a redirect that is not followed at once ends with an error, and one in the body destroys it.
 */
export class FakeRequest extends EventEmitter {
  readonly options: Options;
  readonly #hosts: ReadonlyMap<string, string>;
  readonly #headers = new Map<string, string>();
  readonly #end = new AbortController();
  #follow: (() => void) | null = null;
  #body: PassThrough | null = null;

  constructor(options: Options, hosts: ReadonlyMap<string, string>) {
    super();
    this.options = options;
    this.#hosts = hosts;
  }

  setHeader(name: string, value: string): void {
    this.#headers.set(name, value);
  }

  followRedirect(): void {
    if (!this.#follow)
      throw new Error('followRedirect() called, but was not waiting for a redirect');
    this.#follow();
  }

  end(): void {
    this.#ask(this.options.url ?? '');
  }

  abort(): void {
    if (this.#end.signal.aborted) return;
    process.nextTick(() => this.emit('abort'));
    this.#die();
  }

  #ask(url: string): void {
    const { origin, pathname, search } = new URL(url);
    const host = this.#hosts.get(origin);
    if (host === undefined) {
      process.nextTick(() => this.#die(new Error('net::ERR_NAME_NOT_RESOLVED')));
      return;
    }
    const headers = Object.fromEntries(this.#headers);
    const asked = ask(host + pathname + search, { headers, signal: this.#end.signal });
    asked.on('response', (answer) => this.#answered(answer, url));
    asked.on('error', () => this.#die(new Error('net::ERR_CONNECTION_RESET')));
    asked.end();
  }

  #answered(answer: IncomingMessage, url: string): void {
    const { statusCode = 0 } = answer;
    const { location } = answer.headers;
    if (statusCode >= 300 && statusCode < 400 && location !== undefined) {
      answer.resume();
      this.#led(new URL(location, url).href, statusCode);
      return;
    }
    const body = new PassThrough();
    this.#body = body;
    answer.on('error', () => this.#die(new Error('net::ERR_CONTENT_LENGTH_MISMATCH')));
    answer.pipe(body);
    this.emit('response', Object.assign(body, { statusCode, headers: answer.headers }));
  }

  #led(to: string, statusCode: number): void {
    if (this.options.redirect !== 'manual') throw new Error('Only asked for by hand here.');
    let isFollowed = false;
    this.#follow = () => {
      isFollowed = true;
    };
    this.emit('redirect', statusCode, 'GET', to, {});
    this.#follow = null;
    if (isFollowed) this.#ask(to);
    else this.#die(new Error('Redirect was cancelled'));
  }

  #die(error?: Error): void {
    if (this.#end.signal.aborted) return;
    this.#end.abort();
    this.#body?.destroy(error);
    if (error) this.emit('error', error);
    this.emit('close');
  }
}
