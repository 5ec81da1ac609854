import { z } from 'zod';
import type { Knobs } from '../knobs.ts';
import { tlsVersions } from '../webhooks/subscription.ts';
import { invalidRequest } from './error.ts';
import type { Call } from './world.ts';

/** Under 30 days (sheet 3.1). */
const longestMinutes = 42_300;
const loopback = new Set(['localhost', '127.0.0.1']);
const iso8601 = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)$/;

const expirySchema = z.string().regex(iso8601, 'not an ISO 8601 date and time with its offset');
const orderSchema = z.looseObject({
  changeType: z.string(),
  notificationUrl: z.string(),
  lifecycleNotificationUrl: z.string().nullish(),
  resource: z.string(),
  expirationDateTime: expirySchema,
  clientState: z.string().max(128, 'at most 128 characters').nullish(),
  latestSupportedTlsVersion: z.enum(tlsVersions).nullish(),
  includeResourceData: z.boolean().nullish(),
});
const renewalSchema = z.looseObject({
  expirationDateTime: expirySchema.optional(),
  notificationUrl: z.string().optional(),
});

/** The body of `POST /subscriptions`. */
export function readOrder({ request, world }: Call) {
  const { knobs } = world;
  const order = read(request.body, orderSchema);
  if (order.changeType !== 'updated')
    throw invalidRequest('This resource supports changeType "updated" only.');
  if (order.includeResourceData) throw invalidRequest('This resource has no resource data.');
  const { resource, clientState = null, latestSupportedTlsVersion } = order;
  return {
    resource,
    clientState,
    latestSupportedTlsVersion: latestSupportedTlsVersion ?? 'v1_2',
    notificationUrl: listenerUrl(order.notificationUrl, knobs),
    lifecycleNotificationUrl:
      typeof order.lifecycleNotificationUrl === 'string'
        ? listenerUrl(order.lifecycleNotificationUrl, knobs)
        : null,
    expiresAt: expiry(order.expirationDateTime, knobs),
    hearsOfSharing: /\bincludesecuritywebhooks\b/i.test(request.headers['prefer'] ?? ''),
  };
}

/** The body of a `PATCH`: what is not in it stays. */
export function readRenewal({ request, world }: Call) {
  const { knobs } = world;
  const { expirationDateTime, notificationUrl } = read(request.body, renewalSchema);
  if (expirationDateTime === undefined && notificationUrl === undefined)
    throw invalidRequest('Nothing that can be changed was given.');
  return {
    ...(expirationDateTime === undefined ? {} : { expiresAt: expiry(expirationDateTime, knobs) }),
    ...(notificationUrl === undefined
      ? {}
      : { notificationUrl: listenerUrl(notificationUrl, knobs) }),
  };
}

function read<T>(body: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw invalidRequest('Unable to read JSON request payload.');
  }
  const { success, data, error } = schema.safeParse(value);
  if (!success) throw invalidRequest(z.prettifyError(error));
  return data;
}

/** HTTPS only, since March 2023 for OneDrive, too (sheet 3.1). */
function listenerUrl(text: string, { webhookLoopback }: Knobs): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isHere = webhookLoopback && url?.protocol === 'http:' && loopback.has(url.hostname);
  if (url?.protocol === 'https:' || isHere) return text;
  throw invalidRequest('The notification URL must be an absolute HTTPS URL.');
}

/** It may be lowered (sheet 3.1). */
function expiry(text: string, { webhookLifeMinutes }: Knobs): number {
  const [at, now] = [Date.parse(text), Date.now()];
  if (!(at > now)) throw invalidRequest('Subscription expiration must be in the future.');
  if (at > now + longestMinutes * 60_000)
    throw invalidRequest(
      `Subscription expiration can only be ${longestMinutes} minutes in the future.`,
    );
  return Math.min(at, now + webhookLifeMinutes * 60_000);
}
