import type { Pings, Protocol } from './packets.ts';

export interface HeartbeatParts {
  readonly pings: Pings;
  readonly protocol: Protocol;
  readonly ping: () => void;
  readonly onSilence: () => void;
}

/** Notices that the other side has fallen silent. It pings us in version 4; in version 3 we ping it. */
export class Heartbeat {
  readonly #parts: HeartbeatParts;
  readonly #pinging: NodeJS.Timeout | null = null;
  #deadline: NodeJS.Timeout | null = null;

  constructor(parts: HeartbeatParts) {
    this.#parts = parts;
    if (parts.protocol === 4) this.heard();
    else this.#pinging = setInterval(() => this.#ping(), parts.pings.intervalMs);
  }

  /** Whatever was said: it lives. */
  heard(): void {
    this.#clear();
    const { intervalMs, timeoutMs } = this.#parts.pings;
    if (this.#parts.protocol === 4) this.#expect(intervalMs + timeoutMs);
  }

  stop(): void {
    this.#clear();
    if (this.#pinging) clearInterval(this.#pinging);
  }

  #ping(): void {
    this.#parts.ping();
    if (!this.#deadline) this.#expect(this.#parts.pings.timeoutMs);
  }

  #expect(withinMs: number): void {
    this.#deadline = setTimeout(() => this.#parts.onSilence(), withinMs);
  }

  #clear(): void {
    if (this.#deadline) clearTimeout(this.#deadline);
    this.#deadline = null;
  }
}
