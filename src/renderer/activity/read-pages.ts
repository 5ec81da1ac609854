import type { ActivityQuery } from '../../shared/activity-query.ts';
import type { Api, Outcome } from '../../shared/ipc.ts';
import { settled } from '../shell/failure.tsx';
import { newerThan } from './layout.ts';
import { type Loaded, pageSize } from './loaded.ts';

/** Deeper down than this, what lies between the new rows and those in view is not read again. */
const mostAgain = 1000;

/** The ids of what is in view. */
export interface Seen {
  readonly highest: number | null;
  readonly lowest: number | null;
}

interface Again {
  readonly query: ActivityQuery;
  /** What was loaded before of the same; null: nothing. */
  readonly former: Loaded | null;
  readonly seen: Seen | null;
  readonly isCurrent: () => boolean;
}

export async function readAgainAround(api: Api, again: Again): Promise<Outcome<Loaded>> {
  const { query, former, seen, isCurrent } = again;
  const lowest = former ? (seen?.lowest ?? null) : null;
  const highest = seen?.highest ?? null;
  const above = former && highest !== null ? newerThan(former.rows, highest) : 0;
  if (!former || above < mostAgain)
    return readDown(api, { query, from: null, to: lowest, isCurrent });
  const newest = former.rows[0]?.id ?? null;
  const top = await readDown(api, { query, from: null, to: newest, isCurrent });
  if (!top.ok) return top;
  const from = (highest ?? 0) + 1;
  const view = await readDown(api, { query, from, to: lowest, isCurrent });
  if (!view.ok) return view;
  const between = former.rows.slice(0, above);
  return { ok: true, value: joined(joined(top.value, { ...former, rows: between }), view.value) };
}

interface Stretch {
  readonly query: ActivityQuery;
  readonly from: number | null;
  /** At least down to this id; null: until there is any row. */
  readonly to: number | null;
  readonly isCurrent: () => boolean;
}

async function readDown(
  api: Api,
  { query, from, to, isCurrent }: Stretch,
): Promise<Outcome<Loaded>> {
  let all: Loaded | null = null;
  for (;;) {
    const before: number | null = all === null ? from : all.next;
    const outcome = await settled(api.getActivity({ ...query, before, limit: pageSize }));
    if (!outcome.ok) return outcome;
    all = joined(all, { query, ...outcome.value });
    const last = all.rows.at(-1)?.id;
    const isEnough = last !== undefined && (to === null || last <= to);
    if (isEnough || all.next === null || !isCurrent()) return { ok: true, value: all };
  }
}

/** Rows above and those of a page below; what is in both is taken from above. */
export function joined(above: Loaded | null, page: Loaded): Loaded {
  if (!above) return page;
  const last = above.rows.at(-1)?.id ?? Infinity;
  return { ...page, rows: [...above.rows, ...page.rows.filter((row) => row.id < last)] };
}
