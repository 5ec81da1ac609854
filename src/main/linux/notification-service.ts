import { BusName } from './bus-name.ts';
import {
  type BusReply,
  type BusSignal,
  type BusUser,
  type SessionBus,
  theBus,
} from './session-bus.ts';

const name = 'org.freedesktop.Notifications';
const service = { destination: name, path: '/org/freedesktop/Notifications', interface: name };
const answerLimitMs = 10_000;

export interface NotificationListeners {
  /** Whether anything can be shown, when that is found out and whenever it may have changed. */
  readonly onSupport: (isThere: boolean) => void;
  readonly onSignal: (member: string, values: readonly unknown[]) => void;
}

// Names could be read as markup: escaped in vain is better than that.
const whenUnsure: ReadonlySet<string> = new Set(['body-markup']);

/** Whoever shows notifications on this desktop: there, startable by the bus, or nobody. */
export class NotificationService implements BusUser {
  readonly rules: readonly string[];
  readonly #bus: SessionBus;
  readonly #listeners: NotificationListeners;
  readonly #name: BusName;
  /** The bus starts one when the first notification is sent. */
  #isStartable = false;
  #isKnown = false;
  #capabilities: Promise<ReadonlySet<string> | null> | null = null;

  constructor(bus: SessionBus, listeners: NotificationListeners) {
    this.#bus = bus;
    this.#listeners = listeners;
    this.#name = new BusName(bus, name, () => this.#changed());
    this.rules = [
      this.#name.rule,
      `type='signal',sender='${name}',path='${service.path}',interface='${name}'`,
    ];
  }

  start(): void {
    this.#bus.use(this);
  }

  get isThere(): boolean {
    return typeof this.#name.owner === 'string' || this.#isStartable;
  }

  /** Who it is now: numbers of another's notifications mean nothing to it. */
  get owner(): string | null {
    return this.#name.owner ?? null;
  }

  /** What it can do. Null: it is not there, and could not be started. */
  capabilities(): Promise<ReadonlySet<string> | null> {
    this.#capabilities ??= this.#askCapabilities();
    return this.#capabilities;
  }

  call(member: string, signature: string, body: readonly unknown[]): Promise<BusReply> {
    return this.#bus.call({ ...service, member, signature, body });
  }

  /** All that the bus had to say has been heard: who has gone may be said after what fails for it. */
  async settled(): Promise<void> {
    await this.#bus.call({ ...theBus, member: 'GetId' });
  }

  onBus(): void {
    this.#isKnown = false;
    void this.#look();
  }

  offBus(): void {
    this.#isKnown = true;
    this.#isStartable = false;
    this.#name.lose();
    this.#changed();
  }

  onSignal(signal: BusSignal): void {
    this.#name.hear(signal);
    // Anybody can send us anything: only the service itself is believed.
    if (signal.interface !== name || signal.sender !== this.#name.owner) return;
    this.#listeners.onSignal(signal.member, signal.values);
  }

  async #look(): Promise<void> {
    const [startable] = await Promise.all([
      this.#bus.call({ ...theBus, member: 'ListActivatableNames' }),
      this.#name.ask(),
    ]);
    const [names] = startable.ok ? startable.values : [];
    this.#isStartable = Array.isArray(names) && names.includes(name);
    this.#isKnown = true;
    this.#changed();
  }

  async #askCapabilities(): Promise<ReadonlySet<string> | null> {
    const reply = await this.#bus.call({ ...service, member: 'GetCapabilities' }, answerLimitMs);
    const [list] = reply.ok ? reply.values : [];
    if (Array.isArray(list)) return new Set(list.filter((one) => typeof one === 'string'));
    this.#capabilities = null;
    if (this.owner !== null) return whenUnsure;
    // It could not be started. Should it come later, the bus says so.
    this.#isStartable = false;
    this.#changed();
    return null;
  }

  #changed(): void {
    this.#capabilities = null;
    if (this.#isKnown) this.#listeners.onSupport(this.isThere);
  }
}
