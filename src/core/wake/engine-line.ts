import type { Reason } from '../../shared/snapshot.ts';
import type { WebSocketLike } from '../ports.ts';
import {
  type Attempt,
  endedEarly,
  failed,
  type Line,
  type LineParts,
  notified,
  refusedWith,
} from './attempt.ts';
import { Heartbeat } from './heartbeat.ts';
import {
  defaultNamespace,
  frameOf,
  joinFrames,
  type Packet,
  parsePacket,
  type Pings,
  type Protocol,
} from './packets.ts';
import { dismissed, endOf, type SocketEnd } from './socket-end.ts';

/** A line kept by our own loop, which speaks both protocols. */
export class EngineLine implements Line {
  readonly via = 'loop';
  readonly protocol: Protocol;
  readonly #socket: WebSocketLike;
  readonly #namespace: string;
  readonly #query: string;
  readonly #parts: LineParts;
  readonly #answer = Promise.withResolvers<Attempt>();
  readonly #lost = Promise.withResolvers<Reason>();
  #heartbeat: Heartbeat | null = null;
  #isJoined = false;
  #isOver = false;
  /** Servers that speak version 4 answer every join with a sid. */
  #looksOld = false;

  constructor(socket: WebSocketLike, url: URL, parts: LineParts, protocol: Protocol) {
    this.#socket = socket;
    this.#namespace = url.pathname;
    this.#query = url.search.slice(1);
    this.#parts = parts;
    this.protocol = protocol;
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the port lends no other way
    socket.onmessage = ({ data }: { data?: unknown }) => this.#hear(data);
    void endOf(socket).then((end) => this.#ended(end));
  }

  get answer(): Promise<Attempt> {
    return this.#answer.promise;
  }

  get lost(): Promise<Reason> {
    return this.#lost.promise;
  }

  close(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#heartbeat?.stop();
    this.#socket.close();
  }

  get #hasOpened(): boolean {
    return this.#heartbeat !== null;
  }

  /** What nothing at all means for a join under way. */
  unanswered(): Attempt {
    if (!this.#hasOpened) return failed('push-unreachable');
    return failed('push-silent', this.#looksOld ? 'foreign' : 'unanswered');
  }

  #hear(data: unknown): void {
    const frame = frameOf(data);
    if (this.#isOver || frame === null) return;
    this.#heartbeat?.heard();
    this.#take(parsePacket(frame));
  }

  #take(packet: Packet): void {
    switch (packet.kind) {
      case 'open':
        return this.#open(packet.pings);
      case 'close':
        return this.#ended(dismissed);
      case 'ping':
        return this.#socket.send('3');
      case 'joined':
        return this.#joined(packet.namespace, packet.hasSid);
      case 'refused':
        if (packet.namespace === this.#namespace)
          this.#end(refusedWith(packet.message), 'push-refused');
        return;
      case 'left':
        return this.#left(packet.namespace);
      case 'event':
        if (packet.name === 'notification' && this.#isOurs(packet.namespace))
          notified(this.#parts, packet.argument);
        return;
      case 'pong':
      case 'other':
    }
  }

  #open(pings: Pings): void {
    if (this.#heartbeat !== null) return;
    this.#heartbeat = new Heartbeat({
      pings,
      protocol: this.protocol,
      ping: () => this.#socket.send('2'),
      onSilence: () => this.#end(this.unanswered(), 'push-silent'),
    });
    const frames = joinFrames(this.#namespace, this.protocol, this.#query);
    for (const frame of frames) this.#socket.send(frame);
  }

  #joined(namespace: string, hasSid: boolean): void {
    if (namespace === defaultNamespace && !hasSid) this.#looksOld = true;
    if (namespace !== this.#namespace || this.#isJoined) return;
    this.#isJoined = true;
    const hint = this.#looksOld && !hasSid && this.protocol === 4 ? 'foreign' : null;
    this.#answer.resolve({ ok: true, line: this, hint });
  }

  #left(namespace: string): void {
    // A no to the default namespace alone does not matter.
    const isMeant = this.#isJoined ? this.#isOurs(namespace) : namespace === this.#namespace;
    if (isMeant) this.#ended(dismissed);
  }

  #ended(end: SocketEnd): void {
    this.#end(endedEarly(end, this.#hasOpened), 'push-lost');
  }

  #isOurs(namespace: string): boolean {
    return namespace === this.#namespace || namespace === defaultNamespace;
  }

  /** What it means for a join under way, and for a line that was joined. */
  #end(unjoined: Attempt, lost: Reason): void {
    if (this.#isOver) return;
    this.close();
    this.#answer.resolve(unjoined);
    this.#lost.resolve(lost);
  }
}
