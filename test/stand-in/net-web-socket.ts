import type { WebSocketOptions } from 'electron';
import WsWebSocket from 'ws';
import { lifecycle } from './lifecycle.ts';
import { handshakeFailure, refusedUpgrade } from './net-web-socket-errors.ts';
import { Session, session } from './session.ts';

type BinaryType = 'nodebuffer' | 'arraybuffer' | 'blob';
type Listener = ((event: Event) => void) | null;

const token = /^[!#$%&'*+\-.^_`|~0-9a-zA-Z]+$/;

const syntaxError = (message: string): DOMException => new DOMException(message, 'SyntaxError');

class CloseEvent extends Event {
  readonly wasClean: boolean;
  readonly code: number;
  readonly reason: string;

  constructor(wasClean: boolean, code: number, reason: string) {
    super('close');
    this.wasClean = wasClean;
    this.code = code;
    this.reason = reason;
  }
}

function parseUrl(given: string | URL): URL {
  const url = URL.parse(String(given));
  if (!url) throw syntaxError(`Invalid URL: '${String(given)}'`);
  url.protocol = url.protocol.replace(/^http/, 'ws');
  if (url.protocol !== 'ws:' && url.protocol !== 'wss:') {
    const scheme = url.protocol.slice(0, -1);
    throw syntaxError(
      `The URL's scheme must be either 'ws', 'wss', 'http', or 'https'. '${scheme}' is not allowed.`,
    );
  }
  if (url.href.includes('#')) {
    throw syntaxError('The URL contains a fragment identifier, which is not allowed.');
  }
  return url;
}

function parseOptions(given?: string | string[] | WebSocketOptions): WebSocketOptions & {
  protocols: string[];
} {
  const options = typeof given === 'string' || Array.isArray(given) ? { protocols: given } : given;
  const protocols = [options?.protocols ?? []].flat().map(String);
  for (const [index, name] of protocols.entries()) {
    if (!token.test(name) || protocols.indexOf(name) !== index) {
      throw syntaxError(`The subprotocol '${name}' is invalid.`);
    }
  }
  return { ...options, protocols };
}

/** `net.WebSocket`: the WHATWG class over Node's `ws`, failing in Chromium's words. */
export class WebSocket extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;

  readonly url: string;
  readonly #socket: WsWebSocket;
  readonly #handlers = new Map<string, Listener>();
  #readyState: 0 | 1 | 2 | 3 = 0;
  #binaryType: BinaryType = 'nodebuffer';

  constructor(url: string | URL, protocolsOrOptions?: string | string[] | WebSocketOptions) {
    super();
    if (!lifecycle.ready) {
      throw new Error('net.WebSocket can only be used after app is ready');
    }
    const parsed = parseUrl(url);
    const { protocols, headers, origin, partition, ...options } = parseOptions(protocolsOrOptions);
    if (options.session && !((options.session as unknown) instanceof Session)) {
      throw new TypeError('Failed to resolve session');
    }
    const used = (options.session as unknown as Session) ?? session.fromPartition(partition ?? '');
    this.url = parsed.href;
    this.#socket = new WsWebSocket(parsed, protocols, {
      origin: origin ?? parsed.origin.replace(/^ws/, 'http'),
      headers: { 'user-agent': used.getUserAgent(), ...headers },
      maxPayload: 0,
      handshakeTimeout: 240_000,
    });
    this.#socket.binaryType = 'nodebuffer';
    this.#listen();
  }

  get [Symbol.toStringTag](): string {
    return 'WebSocket';
  }

  get readyState(): number {
    return this.#readyState;
  }

  get protocol(): string {
    return this.#socket.protocol;
  }

  get extensions(): string {
    return this.#socket.extensions;
  }

  get bufferedAmount(): number {
    return this.#socket.bufferedAmount;
  }

  get binaryType(): BinaryType {
    return this.#binaryType;
  }

  set binaryType(type: BinaryType) {
    if (['nodebuffer', 'arraybuffer', 'blob'].includes(type)) this.#binaryType = type;
  }

  send(data: string | ArrayBufferLike | ArrayBufferView | Blob): void {
    if (this.#readyState === 0) {
      throw new DOMException('Still in CONNECTING state.', 'InvalidStateError');
    }
    if (this.#readyState !== 1) return;
    this.#socket.send(data as string);
  }

  close(code?: number, reason?: string): void {
    if (code !== undefined && code !== 1000 && !(code >= 3000 && code <= 4999)) {
      throw new DOMException(
        `The close code must be either 1000, or between 3000 and 4999. ${code} is neither.`,
        'InvalidAccessError',
      );
    }
    if (reason !== undefined && Buffer.byteLength(reason) > 123) {
      throw syntaxError('The close reason must not be greater than 123 UTF-8 bytes.');
    }
    if (this.#readyState >= 2) return;
    const connecting = this.#readyState === 0;
    this.#readyState = 2;
    if (connecting) {
      // Given up while connecting: closed without an error, and not from within this call.
      this.#socket.removeAllListeners();
      this.#socket.on('error', () => {});
      this.#socket.terminate();
      setImmediate(() => this.#closed(false, 1006, ''));
    } else this.#socket.close(code, reason);
  }

  get onopen(): Listener {
    return this.#handlers.get('open') ?? null;
  }
  set onopen(listener: Listener) {
    this.#handle('open', listener);
  }
  get onmessage(): Listener {
    return this.#handlers.get('message') ?? null;
  }
  set onmessage(listener: Listener) {
    this.#handle('message', listener);
  }
  get onerror(): Listener {
    return this.#handlers.get('error') ?? null;
  }
  set onerror(listener: Listener) {
    this.#handle('error', listener);
  }
  get onclose(): Listener {
    return this.#handlers.get('close') ?? null;
  }
  set onclose(listener: Listener) {
    this.#handle('close', listener);
  }

  #handle(type: string, listener: Listener): void {
    const before = this.#handlers.get(type);
    if (before) this.removeEventListener(type, before);
    this.#handlers.set(type, typeof listener === 'function' ? listener : null);
    if (typeof listener === 'function') this.addEventListener(type, listener);
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on('open', () => {
      this.#readyState = 1;
      this.dispatchEvent(new Event('open'));
    });
    socket.on('message', (data: Buffer, isBinary) => {
      if (this.#readyState === 1) this.#receive(data, isBinary);
    });
    socket.on('unexpected-response', (request, response) => {
      request.destroy();
      this.#fail(refusedUpgrade(response.statusCode ?? 0));
    });
    socket.on('error', (error) => {
      // Once open, Chromium reports a lost connection by `close` alone.
      if (this.#readyState === 0) this.#fail(handshakeFailure(error));
    });
    socket.on('close', (code, reason) => this.#closed(code !== 1006, code, reason.toString()));
  }

  #receive(data: Buffer, isBinary: boolean): void {
    const payload = !isBinary
      ? data.toString()
      : this.#binaryType === 'blob'
        ? new Blob([new Uint8Array(data)])
        : this.#binaryType === 'arraybuffer'
          ? new Uint8Array(data).buffer
          : data;
    const { origin } = new URL(this.url);
    this.dispatchEvent(new MessageEvent('message', { data: payload, origin }));
  }

  #fail(reason: string): void {
    if (this.#readyState === 3) return;
    this.#readyState = 3;
    this.#socket.removeAllListeners();
    this.#socket.on('error', () => {});
    this.dispatchEvent(new Event('error'));
    this.dispatchEvent(new CloseEvent(false, 1006, reason));
  }

  #closed(wasClean: boolean, code: number, reason: string): void {
    if (this.#readyState === 3) return;
    this.#readyState = 3;
    this.dispatchEvent(new CloseEvent(wasClean, code, reason));
  }
}
