import { WebSocket as WebSocketTransport } from 'engine.io-client';
import type { Net, WebSocketLike } from '../ports.ts';
import {
  defaultNamespace,
  type EventPacket,
  frameOf,
  type Packet,
  parsePacket,
  type RefusedPacket,
} from './packets.ts';
import { broken, dismissed, endOf, type SocketEnd } from './socket-end.ts';
import { socketUrl } from './socket-url.ts';

/** An Engine.IO transport over our own network, and what the library does not tell of its socket. */
export interface OurTransport {
  readonly transport: typeof WebSocketTransport;
  readonly ended: Promise<SocketEnd>;
  /** The service has begun to speak. */
  readonly hasOpened: () => boolean;
}

/** `onEvent` hears all events: some the library would drop, over others it would stumble. */
export function transportOver(
  net: Net,
  url: URL,
  onEvent: (event: EventPacket) => void,
): OurTransport {
  const { promise: ended, resolve } = Promise.withResolvers<SocketEnd>();
  let isOpen = false;
  class NetTransport extends WebSocketTransport {
    override createSocket(): WebSocketLike {
      try {
        const socket = net.connect(socketUrl(url, 4));
        void endOf(socket).then(resolve);
        return socket;
      } catch (thrown) {
        resolve(broken);
        throw thrown;
      }
    }

    protected override onData(data: unknown): void {
      const frame = frameOf(data);
      if (frame === null) return;
      const packet = parsePacket(frame);
      if (packet.kind === 'open') {
        // The library throws, in nobody's hands, on one that is not as it should be.
        if (!isOpen) super.onData(openFrame(packet.sid, packet.pings));
        isOpen = true;
      } else if (packet.kind === 'close' || isFarewell(packet)) {
        // The library would take no notice until pings stay out, or none at all.
        resolve(dismissed);
        this.close();
      } else if (packet.kind === 'event') onEvent(packet);
      else super.onData(packet.kind === 'refused' ? refusalFrame(packet, frame) : frame);
    }
  }
  return { transport: NetTransport, ended, hasOpened: () => isOpen };
}

/** Whoever is thrown out of the default namespace hears nothing in any other. */
function isFarewell(packet: Packet): boolean {
  return packet.kind === 'left' && packet.namespace === defaultNamespace;
}

// One without anything to read in it makes the library throw, in nobody's hands.
function refusalFrame({ namespace, message }: RefusedPacket, frame: string): string {
  if (/[{"]/.test(frame)) return frame;
  const where = namespace === defaultNamespace ? '' : `${namespace},`;
  return `44${where}${JSON.stringify({ message })}`;
}

function openFrame(sid: string, pings: { intervalMs: number; timeoutMs: number }): string {
  const { intervalMs: pingInterval, timeoutMs: pingTimeout } = pings;
  return `0${JSON.stringify({ sid, upgrades: [], pingInterval, pingTimeout })}`;
}
