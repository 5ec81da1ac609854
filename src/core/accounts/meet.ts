import type { Graph, GraphFailure } from '../graph/graph.ts';
import { readMe } from '../graph/me.ts';
import type { Account } from '../settings/settings.ts';
import type { SignedIn } from '../sign-in/sign-in.ts';

const consumerTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';

export type Met = { readonly ok: true; readonly account: Account } | GraphFailure;

/** Everything to be kept of someone who has just signed in. */
export async function meet(
  graph: Graph,
  person: Omit<SignedIn, 'cache'>,
  signal: AbortSignal,
): Promise<Met> {
  const me = await readMe(graph, signal);
  if (!me.ok) return me;
  return {
    ok: true,
    account: {
      accountId: person.accountId,
      homeAccountId: person.homeAccountId,
      cloud: person.cloud,
      username: person.username || (me.value.emails[0] ?? ''),
      name: me.value.name ?? person.name,
      kind: person.tenantId === consumerTenant ? 'personal' : 'work',
      userId: me.value.userId,
      emails: [...new Set([person.username, ...me.value.emails])].filter((email) => email !== ''),
    },
  };
}
