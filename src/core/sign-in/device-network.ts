import {
  AuthError,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node';
import { sleep } from '../time/timing.ts';

const slowerMs = 5000;
const slowestMs = 60_000;
const usualIntervalSeconds = 5;
const longestIntervalSeconds = 60;

const passing = new Set<unknown>(['slow_down', 'temporarily_unavailable']);

interface CodeAnswer {
  readonly access_token?: unknown;
  readonly interval?: unknown;
  readonly error?: unknown;
  readonly error_description?: unknown;
}

/** MSAL's network for one device code sign-in. MSAL itself gives up at the first hiccup of a wait of minutes. */
export function deviceNetwork(network: INetworkModule, signal: AbortSignal): INetworkModule {
  let extraMs = 0;
  const slowDown = (): NetworkResponse<object> => {
    extraMs = Math.min(extraMs + slowerMs, slowestMs);
    return { status: 400, headers: {}, body: { error: 'authorization_pending' } };
  };
  const poll = async (url: string, options?: NetworkRequestOptions) => {
    await sleep(extraMs, signal);
    // The code is good until it expires, whatever becomes of the network meanwhile.
    const answer = await network.sendPostRequestAsync<CodeAnswer>(url, options).catch(() => null);
    const { error, access_token: token } = answer?.body ?? {};
    const isNothing = typeof error !== 'string' && typeof token !== 'string';
    if (answer === null || isNothing || passing.has(error)) return slowDown();
    if (error !== 'authorization_pending') throwRefusal(answer.body);
    return answer;
  };
  const post = async (url: string, options?: NetworkRequestOptions) => {
    if (isPoll(options)) return poll(url, options);
    const answer = await network.sendPostRequestAsync<CodeAnswer>(url, options);
    throwRefusal(answer.body);
    return { ...answer, body: { ...answer.body, interval: intervalOf(answer.body.interval) } };
  };
  return {
    sendGetRequestAsync: <T>(url: string, options?: NetworkRequestOptions) =>
      network.sendGetRequestAsync<T>(url, options),
    sendPostRequestAsync: <T>(url: string, options?: NetworkRequestOptions) =>
      post(url, options) as Promise<NetworkResponse<T>>,
  };
}

// MSAL would go on with a code that is none, and drop the words of a poll's refusal.
function throwRefusal({ error, error_description: words }: CodeAnswer): void {
  if (typeof error !== 'string') return;
  const code = error === 'invalid_grant' ? 'code_refused' : error;
  throw new AuthError(code, '', typeof words === 'string' ? words : '');
}

function isPoll(options: NetworkRequestOptions | undefined): boolean {
  return new URLSearchParams(options?.body).has('device_code');
}

// Without a sensible number MSAL would ask as fast as it can.
function intervalOf(seconds: unknown): number {
  const isUsable = typeof seconds === 'number' && seconds >= 1 && seconds <= longestIntervalSeconds;
  return isUsable ? seconds : usualIntervalSeconds;
}
