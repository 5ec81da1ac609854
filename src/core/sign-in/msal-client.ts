import { type INetworkModule, PublicClientApplication } from '@azure/msal-node';
import type { Hosts } from '../hosts.ts';
import type { CacheSlot } from './cache-slot.ts';

export { deviceNetwork } from './device-network.ts';
export { msalNetwork } from './msal-network.ts';

export interface ClientParts {
  readonly hosts: Hosts;
  readonly clientId: string;
  readonly slot: CacheSlot;
  readonly network: INetworkModule;
}

/** MSAL for one account or one sign-in. Large: import this file when it is first needed, not at start. */
export function createClient(parts: ClientParts): PublicClientApplication {
  const { hosts, clientId, slot, network } = parts;
  return new PublicClientApplication({
    auth: {
      clientId,
      authority: `${hosts.login}/${hosts.tenant}`,
      // Graph may end a token early and say by claims what the next one needs.
      clientCapabilities: ['cp1'],
    },
    cache: { cachePlugin: slot },
    system: { networkClient: network },
  });
}
