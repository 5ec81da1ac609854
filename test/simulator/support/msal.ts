import {
  type AccountInfo,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
  PublicClientApplication,
} from '@azure/msal-node';
import { chooseAccount } from '../browser.ts';
import type { Fetch } from '../http/fetch.ts';
import type { Simulator } from '../simulator.ts';

export const microsoft = 'https://login.microsoftonline.com';
export const scopes = ['User.Read', 'Files.Read'];

interface Options {
  readonly tenant?: string;
  readonly clientId?: string;
  readonly capabilities?: string[];
}

/** Unpatched MSAL whose network leads to the simulator. */
export class MsalClient {
  readonly app: PublicClientApplication;
  readonly #simulator: Simulator;

  constructor(simulator: Simulator, options: Options = {}) {
    const { tenant = 'common', clientId = simulator.clientId, capabilities = [] } = options;
    this.#simulator = simulator;
    const auth = { clientId, authority: `${microsoft}/${tenant}` };
    this.app = new PublicClientApplication({
      auth: { ...auth, clientCapabilities: capabilities },
      system: { networkClient: msalNetwork((url, init) => fetch(this.here(String(url)), init)) },
    });
  }

  here(url: string): string {
    return url.replace(microsoft, this.#simulator.origin);
  }

  async signIn(username: string, claims?: string) {
    return await this.app.acquireTokenInteractive({
      scopes,
      ...(claims === undefined ? {} : { claims }),
      openBrowser: async (url) => void (await chooseAccount(this.here(url), username)),
    });
  }

  async silently(account: AccountInfo | null, claims?: string) {
    if (!account) throw new Error('No account');
    const more = claims === undefined ? { forceRefresh: true } : { claims };
    return await this.app.acquireTokenSilent({ scopes, account, ...more });
  }
}

export function msalNetwork(ask: Fetch): INetworkModule {
  const answer = async <T>(
    method: string,
    url: string,
    { headers = {}, body }: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> => {
    const response = await ask(url, { method, headers, ...(body === undefined ? {} : { body }) });
    const json = (await response.json()) as T;
    return { status: response.status, headers: Object.fromEntries(response.headers), body: json };
  };
  return {
    sendGetRequestAsync: async (url, options) => await answer('GET', url, options),
    sendPostRequestAsync: async (url, options) => await answer('POST', url, options),
  };
}
