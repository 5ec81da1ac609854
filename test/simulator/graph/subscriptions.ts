import type { Answer } from '../http/answer.ts';
import { type Subscription, subscriptionJson } from '../webhooks/subscription.ts';
import { collection, entity } from './collection.ts';
import { GraphError, invalidRequest, notAllowed } from './error.ts';
import { readOrder, readRenewal } from './subscription-request.ts';
import { resourceNamed } from './subscription-resource.ts';
import type { Call } from './world.ts';

/** Everything under `/subscriptions` (sheet 3); null where the path is another. */
export async function answerSubscriptions(call: Call, path: string): Promise<Answer | null> {
  const found = /^subscriptions(?:\/(?<id>[^/]+)(?<reauthorize>\/reauthorize)?)?$/i.exec(path);
  if (!found) return null;
  const { id, reauthorize } = found.groups ?? {};
  const { method } = call.request;
  if (id === undefined) return await answerAll(call);
  const named = () => subscriptionNamed(call, id);
  if (reauthorize !== undefined) {
    if (method !== 'POST') throw notAllowed();
    return authorize(call, named());
  }
  switch (method) {
    case 'GET':
      return entity(call.request, 'subscriptions', subscriptionJson(named()));
    case 'PATCH':
      return await renew(call, named());
    case 'DELETE':
      call.world.webhooks.remove(named());
      return nothing;
    default:
      throw notAllowed();
  }
}

const nothing: Answer = { status: 204, headers: {}, body: '' };

async function answerAll(call: Call): Promise<Answer> {
  const { caller, request, world } = call;
  switch (request.method) {
    case 'GET': {
      const items = world.webhooks.of(caller).map(subscriptionJson);
      return collection(request, { context: 'subscriptions', items, pageSize: 100 });
    }
    case 'POST':
      return await create(call);
    default:
      throw notAllowed();
  }
}

async function create(call: Call): Promise<Answer> {
  const { caller, request, world } = call;
  const order = readOrder(call);
  const draft = {
    ...order,
    ...resourceNamed(call, order.resource),
    account: caller.account,
    clientId: caller.clientId,
    authorizedUntil: caller.expiresAt,
  };
  refuseTwin(call, draft);
  await validate(call, draft.notificationUrl);
  if (draft.lifecycleNotificationUrl !== null) await validate(call, draft.lifecycleNotificationUrl);
  // Another request may have been faster.
  refuseTwin(call, draft);
  const made = world.webhooks.add(draft);
  return { ...entity(request, 'subscriptions', subscriptionJson(made)), status: 201 };
}

/** abraunegg reads the id out of these words (sheet 3.4). */
function refuseTwin({ world }: Call, draft: Omit<Subscription, 'id'>): void {
  const twin = world.webhooks.twin(draft);
  if (!twin) return;
  const message = `Subscription Id ${twin.id} already exists for the requested combination`;
  throw new GraphError(409, 'ObjectIdentifierInUse', message);
}

async function validate({ world }: Call, url: string): Promise<void> {
  const refusal = await world.webhooks.validate(url);
  if (refusal !== null) throw invalidRequest(refusals[refusal]);
}

/** The first was observed (nodejs-webhooks-sample#350). */
const refusals = {
  'timed out': 'Subscription validation request timed out.',
  'not 200':
    'Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request.',
  'no match':
    'Subscription validation request failed. Response must exactly match validationToken query parameter.',
};

async function renew(call: Call, subscription: Subscription): Promise<Answer> {
  const { caller, request, world } = call;
  const changes = readRenewal(call);
  resourceNamed(call, subscription.resource);
  const { notificationUrl: before } = subscription;
  const { notificationUrl: next = before } = changes;
  if (next !== before) {
    // Both are asked; whoever moves may have left the old one (sheet 3.2).
    await Promise.all([validate(call, next), world.webhooks.validate(before)]);
  }
  // It may have gone meanwhile.
  const still = subscriptionNamed(call, subscription.id);
  world.webhooks.change(still, { ...changes, authorizedUntil: caller.expiresAt });
  return entity(request, 'subscriptions', subscriptionJson(still));
}

function authorize(call: Call, subscription: Subscription): Answer {
  resourceNamed(call, subscription.resource);
  call.world.webhooks.change(subscription, { authorizedUntil: call.caller.expiresAt });
  return nothing;
}

/** Somebody else's and another app's are nobody's, and so is one that has expired. */
function subscriptionNamed({ caller, world }: Call, id: string): Subscription {
  const found = world.webhooks.of(caller).find((one) => one.id === id.toLowerCase());
  if (!found) throw new GraphError(404, 'ResourceNotFound', 'The object was not found.');
  return found;
}
