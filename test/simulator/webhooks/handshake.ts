import { randomUUID } from 'node:crypto';
import type { Knobs } from '../knobs.ts';
import type { Courier } from './courier.ts';
import type { DeliveryLog } from './delivery-log.ts';

type Refusal = 'timed out' | 'not 200' | 'no match';

/** Observed (sheet 3.2). */
const usualToken =
  'Validation: Testing client application reachability for subscription Request-Id:';

/** Asks a listener to say the token back (sheet 3.2); null where it did. */
export async function validate(
  url: string,
  courier: Courier,
  log: DeliveryLog,
  knobs: Knobs,
): Promise<Refusal | null> {
  const token = knobs.validationToken || `${usualToken} ${randomUUID()}`;
  const asked = `${url}${url.includes('?') ? '&' : '?'}validationToken=${encoded(token)}`;
  const at = Date.now();
  const reply = await courier.post(asked, 'text/plain; charset=utf-8', '');
  const isPlain = /^text\/plain\s*(;|$)/i.test(reply.contentType);
  let refusal: Refusal | null = null;
  if (reply.isLate) refusal = 'timed out';
  else if (reply.status !== 200) refusal = 'not 200';
  else if (!isPlain || reply.text !== token) refusal = 'no match';
  const { status, tookMs } = reply;
  const outcome = refusal === null ? 'taken' : 'refused';
  log.add({ at, kind: 'validation', url, subscriptions: [], attempt: 1, status, tookMs, outcome });
  return refusal;
}

/** As .NET spells it: `+` for a space, `%3a` in small letters (sheet 3.2). */
function encoded(token: string): string {
  return encodeURIComponent(token)
    .replaceAll(/%[\dA-F]{2}/g, (code) => code.toLowerCase())
    .replaceAll('%20', '+');
}
