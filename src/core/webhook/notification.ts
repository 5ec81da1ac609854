import { z } from 'zod';

const text = z.string().min(1).max(300);

const lifecycle = z.enum(['reauthorizationRequired', 'subscriptionRemoved', 'missed']);

const entry = z.object({
  subscriptionId: text,
  clientState: text,
  lifecycleEvent: z.string().nullish(),
});

const body = z.object({ value: z.array(z.unknown()) });

/** What Microsoft says of a subscription, if it is Microsoft who says it. */
export interface Delivery {
  readonly subscriptionId: string;
  readonly clientState: string;
  readonly what: 'changed' | z.infer<typeof lifecycle>;
}

export interface Deliveries {
  readonly deliveries: readonly Delivery[];
  /** What could not be understood. */
  readonly strange: number;
}

/** Reads the body of a notification. */
export function deliveriesIn(bytes: Uint8Array): Deliveries {
  const parsed = body.safeParse(jsonOf(bytes));
  if (!parsed.success) return { deliveries: [], strange: 1 };
  const deliveries = parsed.data.value.flatMap((one) => deliveryOf(one) ?? []);
  return { deliveries, strange: parsed.data.value.length - deliveries.length };
}

function deliveryOf(value: unknown): Delivery | null {
  const parsed = entry.safeParse(value);
  if (!parsed.success) return null;
  const { subscriptionId, clientState, lifecycleEvent } = parsed.data;
  if (lifecycleEvent === undefined || lifecycleEvent === null)
    return { subscriptionId, clientState, what: 'changed' };
  const event = lifecycle.safeParse(lifecycleEvent);
  return event.success ? { subscriptionId, clientState, what: event.data } : null;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
