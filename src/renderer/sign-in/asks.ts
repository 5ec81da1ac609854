import type { AccountView, SignInAsk } from '../../shared/snapshot.ts';

/** Whoever signs in, the way most people do. */
export const anyone: SignInAsk = { accountId: null, cloud: 'global', flow: 'browser' };

/** This account once more. */
export function again({ accountId, cloud }: Pick<AccountView, 'accountId' | 'cloud'>): SignInAsk {
  return { accountId, cloud, flow: 'browser' };
}
