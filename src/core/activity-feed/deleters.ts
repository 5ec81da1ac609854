import type { ItemKind } from '../../shared/activity.ts';
import type { Person } from '../graph/wire.ts';
import type { ItemActivity } from '../graph/item-activities.ts';
import { oneSpelling } from '../graph/same-id.ts';

/** A deletion that was written down without who did it. */
export interface Deletion {
  readonly rowId: number;
  readonly itemId: string;
  readonly itemKind: ItemKind;
  readonly name: string | null;
  /** What it tells of besides: below a folder, or, without a name, other items. */
  readonly descendants: number;
}

/** Microsoft's time, in ms since 1970. */
export interface Span {
  /** The drive was last read before: what had been deleted by then has been told. */
  readonly since: number;
  readonly now: number;
}

/** A reading may miss what has just happened. */
const lagMs = 2 * 60_000;
const nameMs = 10 * 60_000;

export interface Deleter {
  readonly person: Person;
  /** The activities that stand for it: none of them stands for another deletion as well. */
  readonly activityIds: readonly string[];
}

/**
 * Who deleted what, by row: by the item's id where the feed gives one, else by its name, within minutes.
 * Nobody where it could be one of two people.
 */
export function deletersOf(
  deletions: readonly Deletion[],
  activities: readonly ItemActivity[],
  { since, now }: Span,
): ReadonlyMap<number, Deleter> {
  const from = earliestOf({ since, now });
  const deeds = activities.filter((one) => one.deleted !== null && one.at >= from);
  const byId = Map.groupBy(deeds, (one) => one.item?.id ?? null);
  const nameless = (byId.get(null) ?? []).filter((one) => one.at >= now - nameMs);
  const byName = Map.groupBy(nameless, (one) => one.deleted?.name ?? null);
  // One row of several nameless items may be the work of several people.
  const single = deletions.filter((one) => one.name !== null || one.descendants === 0);
  const namesakes = Map.groupBy(single, (one) => one.name);
  return new Map(
    single.flatMap((deletion) => {
      const own = byId.get(deletion.itemId);
      const alike = namesakes.get(deletion.name)?.length ?? 0;
      const deleter = own ? onlyOne(own) : byNameAlone(deletion, byName.get(deletion.name), alike);
      return deleter ? [[deletion.rowId, deleter] as const] : [];
    }),
  );
}

/** How far back the feed is of interest. */
export function earliestOf({ since, now }: Span): number {
  return Math.min(since, now) - lagMs;
}

function byNameAlone(
  { name, itemKind }: Deletion,
  deeds: readonly ItemActivity[] = [],
  alike: number,
): Deleter | null {
  if (name === null) return null;
  const isFolder = itemKind === 'folder';
  const fitting = deeds.filter(({ deleted }) => {
    const kind = deleted?.kind ?? null;
    return kind === null || (kind === 'folder') === isFolder;
  });
  // Of two items of one name, the other may be the one that was written down.
  return fitting.length < alike ? null : onlyOne(fitting);
}

function onlyOne(deeds: readonly ItemActivity[]): Deleter | null {
  const [first] = deeds;
  if (!first?.actor) return null;
  const people = new Set(deeds.map(({ actor }) => (actor ? identityOf(actor) : null)));
  return people.size === 1 ? { person: first.actor, activityIds: deeds.map(({ id }) => id) } : null;
}

function identityOf({ id, email, name }: Person): string {
  return id === null ? `${email?.toLowerCase() ?? ''} ${name ?? ''}` : oneSpelling(id);
}
