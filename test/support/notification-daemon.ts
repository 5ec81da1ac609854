import { defineInterface, type MessageBus } from 'dbus-native';
import { joinBus } from './test-bus.ts';

const name = 'org.freedesktop.Notifications';
const path = '/org/freedesktop/Notifications';

/** What `Notify` was called with. */
export interface Notified {
  readonly number: number;
  readonly appName: string;
  readonly replaces: number;
  readonly icon: string;
  readonly title: string;
  readonly body: string;
  readonly actions: readonly string[];
  readonly hints: Readonly<Record<string, unknown>>;
  readonly expiry: number;
}

export interface DaemonSettings {
  /** Null: it does not answer what it can do. */
  readonly capabilities?: readonly string[] | null;
  /** Answers only when `answer` is called. */
  readonly isSlow?: boolean;
}

/** Plays the notification service of a desktop. */
export class NotificationDaemon implements AsyncDisposable {
  readonly notified: Notified[] = [];
  readonly closed: number[] = [];
  refuses = false;
  readonly #bus: MessageBus;
  readonly #settings: DaemonSettings;
  #number = 40;
  #waiting: (() => void)[] = [];

  private constructor(bus: MessageBus, settings: DaemonSettings) {
    this.#bus = bus;
    this.#settings = settings;
  }

  static async start(address: string, settings: DaemonSettings = {}): Promise<NotificationDaemon> {
    const bus = await joinBus(address);
    const daemon = new NotificationDaemon(bus, settings);
    await bus.export(path, daemon.#definition());
    await bus.requestName(name, 0);
    return daemon;
  }

  #definition(): ReturnType<typeof defineInterface> {
    const all = ['actions', 'body', 'body-markup', 'persistence', 'sound'];
    return defineInterface({
      name,
      methods: {
        GetCapabilities: {
          out: { capabilities: 'as' },
          handler: () => {
            if (this.#settings.capabilities === null) throw new Error('Refused.');
            return this.#settings.capabilities ?? all;
          },
        },
        Notify: {
          in: {
            appName: 's',
            replaces: 'u',
            icon: 's',
            title: 's',
            body: 's',
            actions: 'as',
            hints: 'a{sv}',
            expiry: 'i',
          },
          out: { number: 'u' },
          handler: (given: Omit<Notified, 'number'>) => this.#notify(given),
        },
        CloseNotification: {
          in: { number: 'u' },
          handler: ({ number }: { number: number }) => {
            this.closed.push(number);
            this.close(number, 3);
          },
        },
      },
      signals: {
        NotificationClosed: { args: { number: 'u', reason: 'u' } },
        ActionInvoked: { args: { number: 'u', key: 's' } },
        ActivationToken: { args: { number: 'u', token: 's' } },
      },
    });
  }

  async #notify(given: Omit<Notified, 'number'>): Promise<number> {
    if (this.refuses) throw new Error('Refused.');
    const number = given.replaces === 0 ? (this.#number += 1) : given.replaces;
    this.notified.push({ ...given, number });
    if (this.#settings.isSlow) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
    return number;
  }

  /** Answers the oldest unanswered call. */
  answer(): void {
    this.#waiting.shift()?.();
  }

  /** The person clicks the toast, or one of its buttons. */
  invoke(number: number, key = 'default', token?: string): void {
    if (token !== undefined) this.#signal('ActivationToken', 'us', [number, token]);
    this.#signal('ActionInvoked', 'us', [number, key]);
    this.close(number, 2);
  }

  /** 1: expired, 2: dismissed, 3: closed by the app. */
  close(number: number, reason: number): void {
    this.#signal('NotificationClosed', 'uu', [number, reason]);
  }

  #signal(member: string, signature: string, values: readonly unknown[]): void {
    this.#bus.sendSignal(path, name, member, signature, [...values]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#bus.close();
  }
}
