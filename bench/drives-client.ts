import { setTimeout as delay } from 'node:timers/promises';
import type { Cloud } from '../test/support/harness.ts';

/** What the bench says to one client process: many drives, watched by the core or by bare sockets. */
export type Ask =
  | { readonly do: 'start'; readonly how: 'drivebell' | 'bare'; readonly parts: Parts }
  | { readonly do: 'live' | 'memory' | 'cpu' };

export interface Parts {
  readonly cloud: Cloud;
  readonly token: string;
  readonly driveIds: readonly string[];
  /** Bare sockets: from one to the next. The core has a pace of its own. */
  readonly spacingMs: number;
}

/** The drives that are live now, by id: when each joined, in ms since 1970. */
export type LiveDrives = Readonly<Record<string, number>>;

export interface Client {
  /** When it was told to watch, by `performance.now()`. */
  readonly begun: number;
  readonly live: () => LiveDrives;
}

/** In bytes. */
export interface Memory {
  readonly rss: number;
  readonly heapUsed: number;
}

let client: Client | null = null;

/** Neither process loads what the other needs. */
async function open(how: 'drivebell' | 'bare', parts: Parts): Promise<Client> {
  if (how === 'bare') return (await import('./bare-drives.ts')).startBareDrives(parts);
  return (await import('./watched-drives.ts')).startWatchedDrives(parts);
}

async function start(how: 'drivebell' | 'bare', parts: Parts): Promise<number> {
  const { length } = parts.driveIds;
  const opened = await open(how, parts);
  client = opened;
  // Looking makes a whole snapshot.
  while (Object.keys(opened.live()).length < length) await delay(length > 50 ? 50 : 2);
  return performance.now() - opened.begun;
}

/** After garbage is gone; what the allocator keeps for later is counted. */
async function memory(): Promise<Memory> {
  for (let round = 0; round < 4; round += 1) {
    globalThis.gc?.();
    await delay(250);
  }
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heapUsed };
}

async function answer(ask: Ask): Promise<unknown> {
  switch (ask.do) {
    case 'start':
      return await start(ask.how, ask.parts);
    case 'live':
      return client?.live() ?? {};
    case 'memory':
      return await memory();
    case 'cpu':
    default: {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    }
  }
}

process.on('message', (ask: Ask) => {
  void answer(ask).then((value) => process.send?.(value));
});
process.on('disconnect', () => process.exit(0));
