import type { Net, WebSocketLike } from '../../../src/core/ports.ts';

export const pingInterval = 25_000;
export const pingTimeout = 20_000;

const usualOpenPacket = `0{"sid":"e1","upgrades":[],"pingInterval":${pingInterval},"pingTimeout":${pingTimeout},"maxPayload":1000000}`;

type Handler = ((event: object) => void) | null;
type Listener = (event: object) => void;

/** One connection to the push service, seen from the service: it says frames and hears them. */
export class PushSocket implements WebSocketLike {
  readonly url: URL;
  readonly heard: string[] = [];
  onFrame: (frame: string) => void = () => undefined;
  isOpen = false;
  isClosed = false;
  binaryType = 'blob';
  onopen: Handler = null;
  onmessage: Handler = null;
  onerror: Handler = null;
  onclose: Handler = null;
  readonly #listeners: { readonly type: string; readonly listener: Listener }[] = [];
  #pings: NodeJS.Timeout | undefined;

  constructor(url: string) {
    this.url = new URL(url);
  }

  addEventListener(type: 'close' | 'error', listener: Listener): void {
    this.#listeners.push({ type, listener });
  }

  send(frame: string): void {
    this.heard.push(frame);
    queueMicrotask(() => this.onFrame(frame));
  }

  close(): void {
    queueMicrotask(() => this.drop(1005));
  }

  /** Opens as Engine.IO does, and pings unless it is the client that has to. */
  open(openPacket = usualOpenPacket): void {
    if (this.isClosed) return;
    this.isOpen = true;
    this.onopen?.({});
    this.say(openPacket);
    if (this.url.searchParams.get('EIO') === '3') return;
    this.#pings = setInterval(() => this.say('2'), pingInterval);
  }

  say(frame: string): void {
    if (!this.isClosed) this.onmessage?.({ data: frame });
  }

  stopPinging(): void {
    clearInterval(this.#pings);
  }

  drop(code = 1006, reason = ''): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.isOpen = false;
    clearInterval(this.#pings);
    this.#tell('close', { code, reason });
    this.onclose?.({ code, reason });
  }

  refuse(status: number): void {
    this.fail(refusedUpgrade(status));
  }

  /** Never opens, as Chromium tells it: an error without a word, then the reason at the close. */
  fail(reason: string, event: object = {}): void {
    this.#tell('error', event);
    this.onerror?.(event);
    this.drop(1006, reason);
  }

  #tell(type: string, event: object): void {
    for (const one of this.#listeners) if (one.type === type) one.listener(event);
  }
}

function refusedUpgrade(status: number): string {
  if (status === 401) {
    return 'HTTP Authentication failed; no valid credentials available (net::OK)';
  }
  return `Error during WebSocket handshake: Unexpected response code: ${status} (net::ERR_FAILED)`;
}

/** Takes every connection in, and every namespace. */
export function welcome(socket: PushSocket): void {
  answering((namespace) => [`40${namespace === '/' ? '' : `${namespace},`}{"sid":"s1"}`])(socket);
}

/** Opens, and answers what asks to be let into a namespace. */
export function answering(
  answers: (namespace: string) => readonly string[],
  openPacket?: string,
): (socket: PushSocket) => void {
  return (socket) => {
    socket.onFrame = (frame) => {
      const [isJoin, namespace = '/'] = /^40(\/[^,?]*)?/.exec(frame) ?? [];
      if (isJoin === undefined) return;
      for (const answer of answers(namespace)) socket.say(answer);
    };
    socket.open(openPacket);
  };
}

/** The network in memory: the push service alone. */
export class PushNet implements Net {
  readonly sockets: PushSocket[] = [];
  /** What the service does with a new connection. */
  meet: (socket: PushSocket) => void = welcome;

  fetch(): Promise<Response> {
    return Promise.reject(new Error('Only the push service is here.'));
  }

  connect(url: string): PushSocket {
    const socket = new PushSocket(url);
    this.sockets.push(socket);
    queueMicrotask(() => this.meet(socket));
    return socket;
  }

  get open(): readonly PushSocket[] {
    return this.sockets.filter((socket) => socket.isOpen);
  }

  get last(): PushSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error('Nobody has connected.');
    return socket;
  }
}
