import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { readJson } from '../graph/body.ts';
import type { Net } from '../ports.ts';

const timeoutMs = 20_000;
const mostBytes = 1024 * 1024;

/** Thrown inside MSAL for an answer that Entra never gives, such as a captive portal's page. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
}

/** MSAL's network, over ours. */
export function msalNetwork(net: Net): INetworkModule {
  return {
    sendGetRequestAsync: <T>(url: string, options?: NetworkRequestOptions) =>
      ask<T>(net, url, { method: 'GET', ...headersOf(options) }),
    sendPostRequestAsync: <T>(url: string, options?: NetworkRequestOptions) =>
      ask<T>(net, url, { method: 'POST', body: options?.body ?? '', ...headersOf(options) }),
  };
}

function headersOf(options: NetworkRequestOptions | undefined): {
  headers?: Record<string, string>;
} {
  return options?.headers ? { headers: options.headers } : {};
}

async function ask<T>(net: Net, url: string, init: RequestInit): Promise<NetworkResponse<T>> {
  const response = await net.fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
  const body = await readJson(response, mostBytes);
  if (!body.ok || typeof body.value !== 'object' || body.value === null) {
    throw new UnexpectedAnswer('The sign-in service did not answer with an object.');
  }
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: body.value as T,
  };
}
