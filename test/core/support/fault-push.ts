import type { FaultDrive } from './fault-drive.ts';
import { minute } from './fault-time.ts';
import { pingInterval, pingTimeout, PushSocket } from './push-net.ts';

export type Meeting =
  | 'welcome'
  | 'never-opens'
  | 'unanswered'
  | 'refused-join'
  | 'no-host'
  | 'refused-400'
  | 'refused-401'
  | 'refused-403'
  | 'refused-429'
  | 'refused-503';

export type Killing = 'left' | 'error' | 'farewell' | 'severed' | number;

const openPacket = JSON.stringify({ sid: 'e1', upgrades: [], pingInterval, pingTimeout });
const namespace = '/notifications';

/** One connection as the service has it, and whether its client still wants it. */
class FaultSocket extends PushSocket {
  drive: FaultDrive | null = null;
  expiresAt = 0;
  isJoined = false;
  wasJoined = false;
  /** No packet comes through any more, and nobody says so. */
  isSevered = false;
  isLetGo = false;

  override close(): void {
    this.isLetGo = true;
    super.close();
  }
}

/** The push service in memory, with what may go wrong with it. Needs `end`. */
export class FaultPush {
  readonly #now: () => number;
  readonly #sockets = new Set<FaultSocket>();
  readonly #endpoints = new Map<string, { drive: FaultDrive; expiresAt: number }>();
  readonly #pings = setInterval(() => this.#ping(), pingInterval);
  readonly #lifeMs: number | null;
  #frozen: (() => void)[] | null = null;
  #given = 0;
  #meeting: { how: Meeting; until: number } = { how: 'welcome', until: 0 };
  #offline: (() => void)[] | null = null;
  /** Endpoints that were given, sockets that were opened. */
  readonly counts = { endpoints: 0, sockets: 0 };

  /** `lifeMs` null: endpoints do not say when they end, which is after half an hour. */
  constructor(now: () => number, lifeMs: number | null) {
    this.#now = now;
    this.#lifeMs = lifeMs;
  }

  end(): void {
    clearInterval(this.#pings);
  }

  readonly newEndpoint = (drive: FaultDrive): object => {
    this.counts.endpoints += 1;
    this.#given += 1;
    const expiresAt = this.#now() + (this.#lifeMs ?? 30 * minute);
    this.#endpoints.set(`${this.#given}`, { drive, expiresAt });
    for (const [token, { expiresAt: until }] of this.#endpoints)
      if (until < this.#now()) this.#endpoints.delete(token);
    return {
      notificationUrl: `https://eu1-0.pushnp.svc.ms${namespace}?token=${this.#given}&applicationId=app`,
      ...(this.#lifeMs === null ? {} : { expirationDateTime: new Date(expiresAt).toISOString() }),
    };
  };

  connect(url: string): PushSocket {
    const socket = new FaultSocket(url);
    this.counts.sockets += 1;
    this.#sockets.add(socket);
    const endpoint = this.#endpoints.get(socket.url.searchParams.get('token') ?? '');
    socket.drive = endpoint?.drive ?? null;
    socket.expiresAt = endpoint?.expiresAt ?? 0;
    queueMicrotask(() => this.#meet(socket));
    return socket;
  }

  /** The sockets a client has and has not let go of. */
  held(drive: FaultDrive | null): readonly FaultSocket[] {
    for (const socket of this.#sockets) if (socket.isClosed) this.#sockets.delete(socket);
    return [...this.#sockets].filter((one) => one.drive === drive && !one.isLetGo);
  }

  get open(): number {
    return [...this.#sockets].filter((socket) => !socket.isClosed).length;
  }

  /** Whether a change of the drive would be heard. */
  reaches(drive: FaultDrive): boolean {
    return this.#listening(drive).length > 0 && this.#frozen === null;
  }

  meetWith(how: Meeting, forMs: number): void {
    this.#meeting = { how, until: this.#now() + forMs };
  }

  get isOffline(): boolean {
    return this.#offline !== null;
  }

  /** What is said on connections that stand arrives later: TCP loses nothing in between. */
  set isOffline(isOffline: boolean) {
    const waiting = this.#offline ?? [];
    this.#offline = isOffline ? waiting : null;
    if (!isOffline) for (const go of waiting) go();
  }

  announce(drive: FaultDrive): void {
    for (const socket of this.#listening(drive))
      this.#say(socket, `42${namespace},["notification",{"seq":1}]`);
  }

  /** Stands still, packets waiting; `severs`: nothing of what there is comes back. */
  freeze(forMs: number, severs: boolean): void {
    this.#frozen ??= [];
    setTimeout(() => {
      const waiting = this.#frozen ?? [];
      this.#frozen = null;
      if (severs) this.severAll();
      for (const go of waiting) go();
    }, forMs);
  }

  severAll(): void {
    for (const socket of this.#sockets) socket.isSevered = true;
  }

  dropAll(): void {
    for (const socket of this.#sockets) socket.drop(1006, 'net::ERR_NETWORK_CHANGED');
  }

  kill(drive: FaultDrive | null, how: Killing): void {
    const meant = [...this.#sockets].filter((one) => drive === null || one.drive === drive);
    for (const socket of meant) {
      if (how === 'severed') socket.isSevered = true;
      else if (typeof how === 'number') socket.drop(how);
      else this.#say(socket, farewells[how]);
      if (how !== 'severed') socket.isJoined = false;
    }
  }

  #listening(drive: FaultDrive): readonly FaultSocket[] {
    const isHearing = (one: FaultSocket): boolean =>
      one.isJoined && !one.isSevered && one.expiresAt > this.#now();
    return this.held(drive).filter(isHearing);
  }

  #say(socket: FaultSocket, frame: string): void {
    if (this.#offline) return void this.#offline.push(() => this.#say(socket, frame));
    this.#whenThawed(() => {
      if (!socket.isSevered && !socket.isClosed) socket.say(frame);
    });
  }

  #whenThawed(go: () => void): void {
    if (this.#frozen) this.#frozen.push(go);
    else go();
  }

  #ping(): void {
    for (const socket of this.#sockets) if (socket.isOpen) this.#say(socket, '2');
  }

  #meet(socket: FaultSocket): void {
    if (this.isOffline) return socket.fail('net::ERR_INTERNET_DISCONNECTED');
    this.#whenThawed(() => this.#welcome(socket));
  }

  #welcome(socket: FaultSocket): void {
    if (socket.isClosed) return;
    const how = this.#now() < this.#meeting.until ? this.#meeting.how : 'welcome';
    if (how === 'no-host') return socket.fail('net::ERR_NAME_NOT_RESOLVED');
    if (how === 'never-opens') return;
    if (how.startsWith('refused-4') || how === 'refused-503')
      return socket.refuse(Number(how.slice(-3)));
    // It speaks one version alone, and knows its endpoints.
    if (socket.url.searchParams.get('EIO') !== '4') return socket.refuse(400);
    if (socket.expiresAt <= this.#now()) return socket.refuse(401);
    socket.onFrame = (frame) => this.#whenThawed(() => this.#hear(socket, frame, how));
    socket.isOpen = true;
    socket.onopen?.({});
    this.#say(socket, `0${openPacket}`);
  }

  #hear(socket: FaultSocket, frame: string, how: Meeting): void {
    if (socket.isClosed || socket.isSevered || this.isOffline || !frame.startsWith('40')) return;
    if (!frame.startsWith(`40${namespace}`)) return this.#say(socket, '40{"sid":"s0"}');
    if (how === 'unanswered') return;
    if (how === 'refused-join') return this.#say(socket, `44${namespace},{"message":"no"}`);
    socket.isJoined = true;
    socket.wasJoined = true;
    this.#say(socket, `40${namespace},{"sid":"s1"}`);
  }
}

const farewells = {
  left: `41${namespace},`,
  error: `44${namespace},{"message":"over"}`,
  farewell: '1',
} as const;
