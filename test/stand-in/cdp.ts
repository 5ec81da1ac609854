import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from '@playwright/test';

interface Pending {
  readonly method: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Message {
  id?: number;
  sessionId?: string;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

/** One end of the DevTools protocol: the browser itself, or one page. Typed by Playwright's tables. */
export type CdpSession = Pick<CDPSession, 'send' | 'on' | 'once' | 'off'>;

class Session extends EventEmitter {
  readonly #connection: CdpConnection;
  readonly #id: string | undefined;

  constructor(connection: CdpConnection, id?: string) {
    super();
    this.#connection = connection;
    this.#id = id;
  }

  send(method: string, params: object = {}): Promise<unknown> {
    return this.#connection.send(method, params, this.#id);
  }
}

/** NUL-separated JSON over the two pipes Chromium was given: no port, and it ends with either side. */
export class CdpConnection {
  readonly browser: CdpSession;
  readonly #sessions = new Map<string, Session>();
  readonly #pending = new Map<number, Pending>();
  readonly #output: Writable;
  readonly #root: Session;
  #lastId = 0;
  #closed = false;

  constructor(output: Writable, input: Readable) {
    this.#root = new Session(this);
    this.browser = this.#root as unknown as CdpSession;
    this.#output = output;
    output.on('error', () => this.close());
    let rest = '';
    input.setEncoding('utf8');
    input.on('data', (chunk: string) => {
      const messages = (rest + chunk).split('\0');
      rest = messages.pop() ?? '';
      for (const text of messages) this.#receive(JSON.parse(text) as Message);
    });
    input.on('close', () => this.close());
  }

  attach(sessionId: string): CdpSession {
    const session = new Session(this, sessionId);
    this.#sessions.set(sessionId, session);
    return session as unknown as CdpSession;
  }

  send(method: string, params: object, sessionId: string | undefined): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(new Error(`${method}: Chromium is gone`));
        return;
      }
      const id = ++this.#lastId;
      this.#pending.set(id, { method, resolve, reject });
      this.#output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  close(): void {
    this.#closed = true;
    for (const { method, reject } of this.#pending.values()) {
      reject(new Error(`${method}: Chromium is gone`));
    }
    this.#pending.clear();
  }

  #receive(message: Message): void {
    if (message.id === undefined) {
      const session = message.sessionId ? this.#sessions.get(message.sessionId) : this.#root;
      if (message.method === 'Target.detachedFromTarget') {
        this.#sessions.delete((message.params as { sessionId: string }).sessionId);
      }
      session?.emit(message.method ?? '', message.params);
      return;
    }
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.error) pending?.reject(new Error(`${pending.method}: ${message.error.message}`));
    else pending?.resolve(message.result);
  }
}
