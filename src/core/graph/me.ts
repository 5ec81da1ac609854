import { z } from 'zod';
import { safeText } from '../safe-text.ts';
import { type Answer, failure, type Graph } from './graph.ts';

const wireMe = z.object({
  id: z.string().min(1),
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

export interface Me {
  /** The id that `lastModifiedBy` carries for this person's own changes. */
  readonly userId: string;
  readonly name: string | null;
  readonly emails: readonly string[];
}

/** Who Graph says the signed-in person is. */
export async function readMe(graph: Graph, signal: AbortSignal): Promise<Answer<Me>> {
  const answer = await graph.get('/me', { signal });
  if (!answer.ok) return answer;
  const parsed = wireMe.safeParse(answer.value);
  if (!parsed.success) return failure('unexpected-answer');
  const { id, displayName, mail, userPrincipalName } = parsed.data;
  const emails = [mail, userPrincipalName].filter((email) => typeof email === 'string');
  return {
    ok: true,
    value: { userId: id, name: displayName ? safeText(displayName) : null, emails },
  };
}
