import type { WebhookView } from '../../shared/snapshot.ts';
import { Backoff } from '../time/backoff.ts';
import type { Log } from '../ports.ts';
import { sleep } from '../time/timing.ts';
import { type Address, addressOf } from './address.ts';
import { Listener } from './listener.ts';
import type { Door } from './subscription.ts';

export interface DoorwayParts {
  readonly choice: () => WebhookView;
  readonly allowsLoopback: boolean;
  readonly log: Log;
  readonly onBody: (body: Uint8Array) => void;
  /** The way in is another now. */
  readonly onChange: () => void;
}

/** Listens where the person's address leads to, while there is one. */
export class Doorway {
  readonly #parts: DoorwayParts;
  readonly #end = new AbortController();
  #followed: string | null = null;
  #turn: Promise<void> = Promise.resolve();
  #waiting = new AbortController();
  #listener: Listener | null = null;
  #address: Address | null = null;
  #door: Door = { ok: false, reason: null };
  #told = '';
  #validations = 0;

  constructor(parts: DoorwayParts) {
    this.#parts = parts;
  }

  get door(): Door {
    return this.#door;
  }

  get validations(): number {
    return this.#validations;
  }

  /** Makes the way in what is wished now. */
  follow(): void {
    const { url, port } = this.#parts.choice();
    const wished = JSON.stringify({ url, port });
    if (wished === this.#followed || this.#end.signal.aborted) return;
    const isFirst = this.#followed === null;
    this.#followed = wished;
    if (isFirst && url === null) return;
    this.#waiting.abort();
    this.#waiting = new AbortController();
    const { signal } = this.#waiting;
    this.#turn = this.#turn.then(() => this.#open(signal));
  }

  async stop(): Promise<void> {
    this.#end.abort();
    this.#waiting.abort();
    await this.#turn;
    await this.#listener?.close();
    this.#listener = null;
  }

  async #open(signal: AbortSignal): Promise<void> {
    const { choice, allowsLoopback, log } = this.#parts;
    const { url, port } = choice();
    this.#address = url === null ? null : addressOf(url, allowsLoopback);
    if (this.#listener && (!this.#address || this.#listener.port !== port)) {
      await this.#listener.close();
      this.#listener = null;
    }
    const backoff = new Backoff(5000, 60_000);
    while (this.#address && !this.#listener && !signal.aborted) {
      const opened = await Listener.open({
        port,
        path: () => this.#address?.path ?? '',
        onValidation: () => (this.#validations += 1),
        onBody: this.#parts.onBody,
      });
      if (opened.ok) this.#listener = opened.listener;
      else {
        log.warn('webhook-not-listening', { why: opened.code });
        this.#changed({ ok: false, reason: 'webhook-port-taken' });
        await sleep(backoff.next(), signal);
      }
    }
    if (signal.aborted) return;
    this.#changed(
      this.#address ? { ok: true, url: this.#address.url } : { ok: false, reason: null },
    );
  }

  #changed(door: Door): void {
    const now = JSON.stringify({ door, port: this.#listener?.port });
    const isSame = now === this.#told;
    this.#door = door;
    this.#told = now;
    if (!isSame) this.#parts.onChange();
  }
}
