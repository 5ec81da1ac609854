import type { Hosts } from '../hosts.ts';
import { fullScopes, type Reach } from './scopes.ts';

export interface AdminConsentAsk {
  readonly hosts: Hosts;
  readonly clientId: string;
  readonly reach: Reach;
  /** Null while it is not known who wanted to sign in. */
  readonly homeAccountId: string | null;
}

/** The page on which an administrator approves the app for everybody of the organization. */
export function adminConsentLink({
  hosts,
  clientId,
  reach,
  homeAccountId,
}: AdminConsentAsk): string {
  const tenant = homeAccountId?.split('.')[1] ?? 'organizations';
  const asked = new URLSearchParams({
    client_id: clientId,
    scope: fullScopes(reach, hosts).join(' '),
    redirect_uri: 'http://localhost',
  });
  return `${hosts.login}/${tenant}/v2.0/adminconsent?${asked.toString()}`;
}
