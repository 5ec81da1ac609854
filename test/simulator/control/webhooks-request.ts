import { z } from 'zod';
import { forgerySchema } from '../webhooks/notification.ts';
import { subscriptionJson } from '../webhooks/subscription.ts';
import type { Webhooks } from '../webhooks/webhooks.ts';

const id = z.string();

/** A method of `Webhooks`, as JSON. */
export const webhooksRequestSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.enum(['expire', 'endAuthorization', 'remind', 'notify']), id }),
  z.strictObject({ do: z.literal('forge'), id, forgery: forgerySchema.optional() }),
]);

export async function controlWebhooks(
  webhooks: Webhooks,
  request: z.output<typeof webhooksRequestSchema>,
) {
  if (request.do === 'forge')
    return { status: await webhooks.forge(request.id, request.forgery ?? {}) };
  return webhooks[request.do](request.id);
}

export function webhooksState(webhooks: Webhooks) {
  const subscriptions = webhooks.all().map((one) => ({
    drive: one.drive.key,
    account: one.account.username,
    authorizedUntil: new Date(one.authorizedUntil).toISOString(),
    ...subscriptionJson(one),
  }));
  return { subscriptions, deliveries: webhooks.deliveries.all() };
}
