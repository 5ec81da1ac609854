import type { DBusError, Message, MessageBus } from 'dbus-native';
import { describe } from '../../core/describe.ts';
import type { Log } from '../../core/ports.ts';

export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature?: string;
  readonly body?: readonly unknown[];
}

/** `why`: the D-Bus name of the error, or a code. */
export type BusReply =
  | { readonly ok: true; readonly values: readonly unknown[] }
  | { readonly ok: false; readonly why: string };

export interface BusSignal {
  /** The unique name of whoever sent it. */
  readonly sender: string;
  readonly interface: string;
  readonly member: string;
  readonly values: readonly unknown[];
}

/** Somebody who speaks over the bus for as long as it is there. */
export interface BusUser {
  /** Match rules of the signals it listens to. */
  readonly rules: readonly string[];
  onBus(): void;
  /** It has gone, or could not be reached. */
  offBus(): void;
  onSignal(signal: BusSignal): void;
}

export interface SessionBusParts {
  readonly address: () => string | null;
  readonly log: Log;
  readonly firstRetryMs?: number;
}

const lastRetryMs = 60_000;
const connectLimitMs = 5000;
const callLimitMs = 25_000;
// What we ask for is answered in a few hundred bytes.
const longestMessage = 4 * 1024 * 1024;
const signalType = 4;

/** The session bus: connected when somebody uses it, and again whenever it was lost. Never throws, never waits. */
export class SessionBus {
  readonly #parts: SessionBusParts;
  readonly #users = new Set<BusUser>();
  #bus: MessageBus | null = null;
  #isDialling = false;
  #isStopped = false;
  #failures = 0;
  #retry: NodeJS.Timeout | undefined;

  constructor(parts: SessionBusParts) {
    this.#parts = parts;
  }

  use(user: BusUser): void {
    this.#users.add(user);
    if (this.#bus) this.#welcome(user);
    else void this.#dial();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#retry);
    this.#bus?.connection.end();
    this.#bus = null;
  }

  /** Never rejects. */
  call(call: BusCall, limitMs = callLimitMs): Promise<BusReply> {
    const { promise, resolve } = Promise.withResolvers<BusReply>();
    const bus = this.#bus;
    if (!bus) return Promise.resolve({ ok: false, why: 'no-bus' });
    const { body, ...rest } = call;
    const message: Message = body === undefined ? rest : { ...rest, body: [...body] };
    try {
      bus.invoke(message, { timeout: limitMs }, (error: DBusError | null, ...values: unknown[]) => {
        // As signals are, so that what came first is heard first.
        setImmediate(() =>
          resolve(error ? { ok: false, why: nameOf(error) } : { ok: true, values }),
        );
      });
    } catch (thrown) {
      // The library checks what it is given before it sends it.
      resolve({ ok: false, why: describe(thrown) });
    }
    return promise;
  }

  #welcome(user: BusUser): void {
    for (const rule of user.rules) {
      void this.call({ ...theBus, member: 'AddMatch', signature: 's', body: [rule] });
    }
    user.onBus();
  }

  async #dial(): Promise<void> {
    if (this.#isDialling || this.#isStopped) return;
    this.#isDialling = true;
    clearTimeout(this.#retry);
    const bus = await this.#connect();
    this.#isDialling = false;
    if (this.#isStopped) {
      bus?.connection.end();
    } else if (bus) {
      this.#failures = 0;
      this.#bus = bus;
      for (const user of this.#users) this.#welcome(user);
    } else {
      this.#lost();
    }
  }

  async #connect(): Promise<MessageBus | null> {
    const address = this.#parts.address();
    if (address === null) return null;
    const { promise, resolve } = Promise.withResolvers<MessageBus | null>();
    try {
      // Other systems never load it.
      const { createClient } = await import('dbus-native');
      const bus = createClient({
        busAddress: address,
        authMethods: ['EXTERNAL'],
        maxMessageSize: longestMessage,
        timeout: callLimitMs,
      });
      const { connection } = bus;
      const limit = setTimeout(() => connection.stream.destroy(), connectLimitMs);
      const end = (): void => {
        clearTimeout(limit);
        connection.stream.destroy();
        resolve(null);
        if (this.#bus === bus) this.#lost();
      };
      connection.on('error', end);
      connection.on('close', end);
      connection.on('end', end);
      connection.on('handlerError', (thrown) => {
        this.#parts.log.warn('bus-message-not-handled', { why: describe(thrown) });
      });
      connection.on('message', (message) => this.#heard(bus, message));
      connection.on('connect', () => {
        clearTimeout(limit);
        resolve(bus);
      });
    } catch (thrown) {
      this.#parts.log.warn('bus-not-reached', { why: describe(thrown) });
      resolve(null);
    }
    return promise;
  }

  #lost(): void {
    this.#bus = null;
    if (this.#isStopped) return;
    const pause = (this.#parts.firstRetryMs ?? 1000) * 2 ** Math.min(this.#failures, 10);
    this.#failures += 1;
    this.#retry = setTimeout(() => void this.#dial(), Math.min(pause, lastRetryMs));
    // The app does not live for the bus.
    this.#retry.unref();
    for (const user of this.#users) user.offBus();
  }

  #heard(bus: MessageBus, message: Message): void {
    const { type, sender, interface: name, member, body } = message;
    if (type !== signalType || sender === undefined || name === undefined) return;
    const signal = { sender, interface: name, member: member ?? '', values: body ?? [] };
    // Later, so that whoever waits for a reply that came before it goes first.
    setImmediate(() => {
      if (this.#bus !== bus) return;
      for (const user of this.#users) user.onSignal(signal);
    });
  }
}

/** The bus itself, as somebody to call. */
export const theBus = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;

function nameOf(error: DBusError & { readonly code?: string }): string {
  return error.dbusName ?? error.code ?? error.name;
}
