import type { Drive } from '../cloud/drive.ts';
import type { DriveFacts } from '../cloud/drive-facts.ts';
import { Seeded } from '../cloud/seeded.ts';
import { Waiting } from '../http/waiting.ts';
import type { Knobs } from '../knobs.ts';
import type { Endpoints } from './endpoints.ts';
import { eventArguments } from './event.ts';
import { Front } from './front.ts';
import { Gate } from './gate.ts';
import type { Line } from './line.ts';
import { SocketServer } from './socket-server.ts';

type AnyKey = DriveFacts['key'];
export type CloseHow = Parameters<Line['close']>[0];

/** The push service, and what can be done to it. */
export class Push {
  readonly #knobs: Knobs;
  readonly #gate: Gate;
  readonly #front = new Front((serverEnd) => this.#server.connect(serverEnd));
  readonly #waiting = new Waiting();
  readonly #chance = new Seeded(16);
  readonly #timers = new Set<NodeJS.Timeout>();
  #server: SocketServer;

  constructor(knobs: Knobs, endpoints: Endpoints) {
    this.#knobs = knobs;
    this.#gate = new Gate(endpoints);
    this.#server = this.#newServer();
  }

  get origin(): string {
    return this.#front.origin;
  }

  async start(port: number): Promise<void> {
    await this.#front.open(port);
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    await this.kill();
  }

  /** Clients that joined their namespace. */
  sockets(drive?: AnyKey): number {
    return this.#lines(drive).filter(({ isJoined }) => isJoined).length;
  }

  /** Resolves once exactly that many have joined. */
  async untilSockets(drive: AnyKey, count: number, timeoutMs = 20_000): Promise<void> {
    const what = () => `${count} sockets of ${drive}, saw ${this.sockets(drive)}`;
    await this.#waiting.until(() => this.sockets(drive) === count, what, timeoutMs);
  }

  /** The port refuses, every connection is reset. */
  async kill(): Promise<void> {
    await this.#front.shut();
  }

  /** On the same port. */
  async revive(): Promise<void> {
    this.#server = this.#newServer();
    await this.#front.open();
  }

  /** Connections are still accepted; nobody says anything, no pings either. */
  freeze(): void {
    this.#front.freeze();
  }

  thaw(): void {
    this.#front.thaw();
  }

  kick(drive?: AnyKey): void {
    for (const line of this.#lines(drive)) line.kick();
  }

  close(how: CloseHow, drive?: AnyKey): void {
    for (const line of this.#lines(drive)) line.close(how);
  }

  /** Upgrades only; lines that stand, stand. */
  refuse(
    status: number,
    options: { times?: number | 'always' | undefined; retryAfter?: number | undefined } = {},
  ): void {
    const { times = 'always', retryAfter = null } = options;
    this.#gate.refuse(status, times === 'always' ? Infinity : times, retryAfter);
  }

  accept(): void {
    this.#gate.accept();
  }

  /** An event to everybody who listens to the drive, after `pushLagMs`. */
  announce(drive: Drive): void {
    if (!this.#knobs.events) return;
    const lagMs = this.#knobs.pushLagMs;
    if (lagMs === 0) return this.wake(drive.key);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.wake(drive.key);
    }, lagMs);
    this.#timers.add(timer);
  }

  /** An event at once, whether anything changed or not. */
  wake(drive: AnyKey): void {
    for (const line of this.#lines(drive)) {
      if (!line.isJoined || Date.now() >= line.endpoint.expiresAt) continue;
      this.#send(line);
      if (this.#chance.chance(this.#knobs.doubleEvents)) this.#send(line);
    }
  }

  #send(line: Line): void {
    const { eventArgument, eventNamespace } = this.#knobs;
    const parts = eventArguments(line.endpoint, eventArgument);
    if (line.joined && eventNamespace === 'own') line.joined.emit('notification', ...parts);
    else line.sendPacket(`2${JSON.stringify(['notification', ...parts])}`);
  }

  #lines(drive: AnyKey | undefined): Line[] {
    const all = [...this.#server.lines];
    return all.filter(({ endpoint }) => drive === undefined || endpoint.drive.key === drive);
  }

  #newServer(): SocketServer {
    return new SocketServer({
      knobs: this.#knobs,
      gate: this.#gate,
      front: () => this.#front,
      onLines: () => this.#waiting.look(),
    });
  }
}
