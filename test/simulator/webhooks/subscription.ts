import type { Drive } from '../cloud/drive.ts';
import type { Account } from '../cloud/people.ts';

export const tlsVersions = ['v1_0', 'v1_1', 'v1_2', 'v1_3'] as const;

/** One webhook, as `POST /subscriptions` made it (sheet 3.1). */
export interface Subscription {
  readonly id: string;
  readonly account: Account;
  readonly clientId: string;
  readonly drive: Drive;
  /** Null: the whole drive. */
  readonly folderId: string | null;
  /** As it was asked for. */
  readonly resource: string;
  readonly isList: boolean;
  readonly lifecycleNotificationUrl: string | null;
  readonly clientState: string | null;
  readonly latestSupportedTlsVersion: (typeof tlsVersions)[number];
  /** Wants to hear of permissions, too: `Prefer: includesecuritywebhooks`. */
  readonly hearsOfSharing: boolean;
  notificationUrl: string;
  expiresAt: number;
  /** When the access token that it was last authorized with ends (sheet 3.4). */
  authorizedUntil: number;
}

export function subscriptionJson(subscription: Subscription) {
  const { account, clientId, expiresAt } = subscription;
  return {
    id: subscription.id,
    resource: subscription.resource,
    applicationId: clientId,
    changeType: 'updated',
    clientState: subscription.clientState,
    notificationUrl: subscription.notificationUrl,
    lifecycleNotificationUrl: subscription.lifecycleNotificationUrl,
    expirationDateTime: new Date(expiresAt).toISOString(),
    creatorId: account.userId,
    includeResourceData: null,
    latestSupportedTlsVersion: subscription.latestSupportedTlsVersion,
  };
}

/** The user has lost the drive, the subscription its time, or its token (sheet 3.4). */
export function isDelivered({ drive, account, ...subscription }: Subscription): boolean {
  const until = Math.min(subscription.expiresAt, subscription.authorizedUntil);
  return Date.now() < until && !drive.gone && !drive.isRefused(account.username);
}
