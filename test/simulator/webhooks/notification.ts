import { z } from 'zod';
import type { Knobs } from '../knobs.ts';
import type { Subscription } from './subscription.ts';

/** One value of a body (sheet 3.3); what OneDrive's own page says has other names. */
export function notificationJson(subscription: Subscription, form: Knobs['webhookForm']) {
  const { id, account, clientState } = subscription;
  const common = { subscriptionId: id, clientState, resource: bare(subscription.resource) };
  const expires = new Date(subscription.expiresAt).toISOString();
  const { tenantId, userId } = account;
  return form === 'onedrive'
    ? { ...common, expirationDateTime: expires, tenantId, userId }
    : {
        ...common,
        subscriptionExpirationDateTime: expires,
        changeType: 'updated',
        tenantId,
        resourceData: null,
      };
}

/** It names no resource: what changes is the subscription (`change-notifications-lifecycle-events`). */
export function lifecycleJson({ id, account, clientState, expiresAt }: Subscription) {
  return {
    subscriptionId: id,
    subscriptionExpirationDateTime: new Date(expiresAt).toISOString(),
    tenantId: account.tenantId,
    clientState,
    lifecycleEvent: 'reauthorizationRequired',
  };
}

export const forgerySchema = z.strictObject({
  kind: z.enum(['notification', 'lifecycle']).optional(),
  subscriptionId: z.string().optional(),
  clientState: z.string().nullable().optional(),
  lifecycleEvent: z.string().optional(),
  body: z.string().optional(),
  contentType: z.string().optional(),
});

/** What differs from a true one. `body` is sent as it is, instead of all the rest. */
export type Forgery = z.output<typeof forgerySchema>;

export function forgedBody(subscription: Subscription, forgery: Forgery): string {
  const { kind = 'notification', body, contentType: _type, ...differences } = forgery;
  const value =
    kind === 'lifecycle' ? lifecycleJson(subscription) : notificationJson(subscription, 'graph');
  return body ?? JSON.stringify({ value: [{ ...value, ...differences }] });
}

function bare(resource: string): string {
  return resource.replace(/^\//, '');
}
