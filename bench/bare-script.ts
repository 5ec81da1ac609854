import { io } from 'socket.io-client';
import { deltaSelect } from '../src/core/graph/delta.ts';

interface Page {
  readonly value: readonly { readonly name?: string }[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
}

export interface BareScript {
  readonly origin: string;
  readonly token: string;
  readonly driveId: string;
  readonly onNames: (names: readonly string[]) => void;
}

/**
 * The least that could be called the same job: connect, and at each event read the delta and pick
 * the names, asking Graph for the same fields. It remembers nothing, checks nothing and recovers from nothing.
 */
export async function startBareScript(parts: BareScript): Promise<() => void> {
  const { origin, token, driveId, onNames } = parts;
  const ask = async <T>(url: string): Promise<T> => {
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    return (await response.json()) as T;
  };
  const root = `${origin}/v1.0/drives/${driveId}/root`;
  const latest = await ask<Page>(`${root}/delta?token=latest&$select=${deltaSelect}`);
  let link = latest['@odata.deltaLink'] ?? '';
  const endpoint = await ask<{ notificationUrl: string }>(`${root}/subscriptions/socketIo`);
  const socket = io(endpoint.notificationUrl, { transports: ['websocket'], forceNew: true });
  const read = async (): Promise<void> => {
    const page = await ask<Page>(link);
    link = page['@odata.nextLink'] ?? page['@odata.deltaLink'] ?? link;
    const names = page.value.map((item) => item.name ?? 'an item');
    if (names.length > 0) onNames(names);
  };
  socket.on('notification', () => void read());
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  return () => socket.disconnect();
}
