import { setTimeout as delay } from 'node:timers/promises';
import { io } from 'socket.io-client';
import type { Client, Parts } from './drives-client.ts';

/** For each drive an endpoint, and the socket that Microsoft's page shows: no more. */
export function startBareDrives({ cloud, token, driveIds, spacingMs }: Parts): Client {
  const begun = performance.now();
  const connected = new Map<string, number>();
  const headers = { authorization: `Bearer ${token}` };
  const connect = async (driveId: string, index: number): Promise<void> => {
    await delay(index * spacingMs);
    const url = `${cloud.origin}/v1.0/drives/${driveId}/root/subscriptions/socketIo`;
    const answer = await fetch(url, { headers });
    const { notificationUrl } = (await answer.json()) as { notificationUrl: string };
    const socket = io(notificationUrl, { transports: ['websocket'], forceNew: true });
    socket.on('connect', () => connected.set(driveId, Date.now()));
    socket.on('disconnect', () => connected.delete(driveId));
    socket.on('notification', () => undefined);
  };
  for (const [index, driveId] of driveIds.entries()) void connect(driveId, index);
  return { begun, live: () => Object.fromEntries(connected) };
}
