import { z } from 'zod';
import { type Answer, type Asking, failure, type Graph } from './graph.ts';

const wirePage = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().min(1).optional(),
});

/** One page of a list as Graph gives it. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Where it goes on; null: that was all. */
  readonly next: string | null;
}

/** Reads one page; `parse` leaves out what it gives null for. */
export async function readPage<T>(
  graph: Graph,
  target: string,
  asking: Asking,
  parse: (value: unknown) => T | null,
): Promise<Answer<Page<T>>> {
  const answer = await graph.get(target, asking);
  if (!answer.ok) return answer;
  const parsed = wirePage.safeParse(answer.value);
  if (!parsed.success) return failure('unexpected-answer');
  const { value, '@odata.nextLink': next } = parsed.data;
  const items = value.map((one) => parse(one)).filter((one): one is T & {} => one !== null);
  return { ok: true, value: { items, next: next ?? null } };
}
