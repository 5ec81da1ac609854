import {
  AuthError,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node';
import { readJson } from '../graph/body.ts';
import { retryAfterMs } from '../graph/retry-after.ts';
import type { Net } from '../ports.ts';
import type { ServerClock } from '../time/server-clock.ts';

const timeoutMs = 20_000;
const mostBytes = 1024 * 1024;
const longestWaitMs = 60 * 60_000;

/**
 * Why Entra could not be asked: the network is dead, something else answers in its place (a captive
 * portal's page), or it is busy. MSAL lets nothing through unchanged but its own kind of error.
 */
export class NetworkTrouble extends AuthError {
  readonly retryAfterMs: number | null;

  constructor(code: 'unreached' | 'not_json' | 'busy', waitMs: number | null = null) {
    super(code, '');
    // AuthError's constructor makes itself the prototype.
    Object.setPrototypeOf(this, NetworkTrouble.prototype);
    this.name = 'NetworkTrouble';
    this.retryAfterMs = waitMs;
  }
}

/** MSAL's network, over ours. */
export function msalNetwork(net: Net, serverClock: ServerClock): INetworkModule {
  const ask = askThrough(net, serverClock);
  return {
    sendGetRequestAsync: <T>(url: string, options?: NetworkRequestOptions) =>
      ask<T>(url, { method: 'GET', ...headersOf(options) }),
    sendPostRequestAsync: <T>(url: string, options?: NetworkRequestOptions) =>
      ask<T>(url, { method: 'POST', body: options?.body ?? '', ...headersOf(options) }),
  };
}

function headersOf(options: NetworkRequestOptions | undefined): {
  headers?: Record<string, string>;
} {
  return options?.headers ? { headers: options.headers } : {};
}

function askThrough(net: Net, serverClock: ServerClock) {
  return async <T>(url: string, init: RequestInit): Promise<NetworkResponse<T>> => {
    const { response, body } = await reach(net, url, init);
    serverClock.hear(response);
    if (response.status === 429 || response.status >= 500) {
      const asked = retryAfterMs(response.headers.get('retry-after'), serverClock.now());
      // Whatever stands between us and Entra may answer for it, but not silence us.
      throw new NetworkTrouble('busy', body.ok && asked ? Math.min(asked, longestWaitMs) : null);
    }
    if (!body.ok || typeof body.value !== 'object' || body.value === null) {
      throw new NetworkTrouble('not_json');
    }
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: body.value as T,
    };
  };
}

async function reach(net: Net, url: string, init: RequestInit) {
  try {
    const response = await net.fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
    return { response, body: await readJson(response, mostBytes) };
  } catch {
    throw new NetworkTrouble('unreached');
  }
}
