import type { ActivityRow } from '../activity.ts';

type Placed = Pick<ActivityRow, 'driveName' | 'place'>;

const separator = ' / ';

/** Where an item is: "Contoso Finance / Plans". */
export function placeWords({ driveName, place }: Placed): string {
  return [driveName, ...place].join(separator);
}

/** A move's two folders: their own names, or the whole way where those are the same. */
export function folderWords(
  change: Placed & Pick<ActivityRow, 'oldPlace'>,
): readonly [from: string, to: string] {
  const { driveName, place, oldPlace } = change;
  const from = oldPlace?.at(-1) ?? driveName;
  const to = place.at(-1) ?? driveName;
  if (from !== to) return [from, to];
  return [placeWords({ driveName, place: oldPlace ?? [] }), placeWords(change)];
}
