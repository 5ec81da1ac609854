import { type BusSignal, type SessionBus, theBus } from './session-bus.ts';

/** Who owns a name on the bus, kept up to date. Asking never starts anybody. */
export class BusName {
  readonly rule: string;
  readonly #bus: SessionBus;
  readonly #name: string;
  readonly #onChange: () => void;
  /** The unique name of the owner; null: nobody; undefined: not known yet. */
  #owner: string | null | undefined = undefined;
  #turn = 0;

  constructor(bus: SessionBus, name: string, onChange: () => void) {
    this.#bus = bus;
    this.#name = name;
    this.#onChange = onChange;
    this.rule = `type='signal',sender='${theBus.destination}',interface='${theBus.interface}',member='NameOwnerChanged',arg0='${name}'`;
  }

  get owner(): string | null | undefined {
    return this.#owner;
  }

  async ask(): Promise<void> {
    this.#owner = undefined;
    this.#turn += 1;
    const turn = this.#turn;
    const reply = await this.#bus.call({
      ...theBus,
      member: 'GetNameOwner',
      signature: 's',
      body: [this.#name],
    });
    // What was heard meanwhile is newer.
    if (turn !== this.#turn) return;
    const [owner] = reply.ok ? reply.values : [];
    this.#set(typeof owner === 'string' ? owner : null);
  }

  hear({ sender, member, values }: BusSignal): void {
    const [name, , owner] = values;
    if (sender !== theBus.destination || member !== 'NameOwnerChanged') return;
    if (name !== this.#name || typeof owner !== 'string') return;
    this.#set(owner === '' ? null : owner);
  }

  lose(): void {
    this.#set(null);
  }

  #set(owner: string | null): void {
    this.#turn += 1;
    const isNew = this.#owner !== owner;
    this.#owner = owner;
    if (isNew) this.#onChange();
  }
}
