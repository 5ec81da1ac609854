import type { Reason } from '../../shared/snapshot.ts';
import type { GraphFailure, GraphFailureCode } from '../graph/graph.ts';

/** Not what Microsoft thinks of the subscription: it has not heard of it, or not from us. */
const ofGraph: Partial<Record<GraphFailureCode, Reason>> = {
  'no-network': 'no-network',
  'not-json': 'not-json',
  throttled: 'throttled',
  'microsoft-down': 'microsoft-down',
  'signed-out': 'signed-out',
  'client-id-wrong': 'client-id-wrong',
  'keys-locked': 'keys-locked',
};

export function isUnheard({ code }: GraphFailure): boolean {
  return ofGraph[code] !== undefined;
}

/** Microsoft has one already, and wants no second. */
function isInUse({ graphCode }: GraphFailure): boolean {
  return graphCode === 'ObjectIdentifierInUse';
}

/** Why there is no subscription. `wasAsked`: Microsoft's question whether the address is ours has come in. */
export function reasonOf(failed: GraphFailure, wasAsked: boolean): Reason {
  if (isInUse(failed)) return 'webhook-refused';
  if (failed.code === 'no-access') return 'webhook-not-allowed';
  if (failed.code === 'refused') return wasAsked ? 'webhook-refused' : 'webhook-unreached';
  return ofGraph[failed.code] ?? 'webhook-refused';
}

const lasting = new Set<GraphFailureCode>([
  'refused',
  'no-access',
  'signed-out',
  'client-id-wrong',
]);

/** Somebody has to do something about it. */
export function isLasting(failed: GraphFailure): boolean {
  return lasting.has(failed.code) || isInUse(failed);
}
