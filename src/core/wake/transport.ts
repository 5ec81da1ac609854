import { WebSocket as WebSocketTransport } from 'engine.io-client';
import type { Net, WebSocketLike } from '../ports.ts';
import { defaultNamespace, type EventPacket, mostFrameChars, parsePacket } from './packets.ts';
import { broken, dismissed, endOf, type SocketEnd } from './socket-end.ts';

/** An Engine.IO transport over our own network, and what the library does not tell of its socket. */
export interface OurTransport {
  readonly transport: typeof WebSocketTransport;
  readonly ended: Promise<SocketEnd>;
  /** The service has begun to speak. */
  readonly hasOpened: () => boolean;
}

/** `onStray` hears the events that the library would drop or stumble over. */
export function transportOver(net: Net, onStray: (event: EventPacket) => void): OurTransport {
  const { promise: ended, resolve } = Promise.withResolvers<SocketEnd>();
  let isOpen = false;
  class NetTransport extends WebSocketTransport {
    override createSocket(uri: string): WebSocketLike {
      try {
        const socket = net.connect(uri);
        void endOf(socket).then(resolve);
        return socket;
      } catch (thrown) {
        resolve(broken);
        throw thrown;
      }
    }

    protected override onData(data: unknown): void {
      if (typeof data !== 'string' || data.length > mostFrameChars) return;
      const packet = parsePacket(data);
      if (packet.kind === 'open') {
        // The library throws, in nobody's hands, on one that is not as it should be.
        if (!isOpen) super.onData(openFrame(packet.sid, packet.pings));
        isOpen = true;
      } else if (packet.kind === 'close') {
        // The library would take no notice until pings stay out.
        resolve(dismissed);
        this.close();
      } else if (packet.kind === 'event' && isStray(packet)) onStray(packet);
      else super.onData(data);
    }
  }
  return { transport: NetTransport, ended, hasOpened: () => isOpen };
}

function isStray({ namespace, isBinary }: EventPacket): boolean {
  return namespace === defaultNamespace || isBinary;
}

function openFrame(sid: string, pings: { intervalMs: number; timeoutMs: number }): string {
  const { intervalMs: pingInterval, timeoutMs: pingTimeout } = pings;
  return `0${JSON.stringify({ sid, upgrades: [], pingInterval, pingTimeout })}`;
}
