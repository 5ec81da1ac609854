import type { ActivityRow } from '../../shared/activity.ts';

/** What a hook is given of a change; docs/hooks.md says what each means. */
export function payload(row: ActivityRow, webUrl: string | null): string {
  const { kinds, itemKind, name, oldName, place, oldPlace, driveName, actor, own, times } = row;
  return JSON.stringify({
    kinds,
    itemKind,
    name,
    oldName,
    place,
    oldPlace,
    drive: driveName,
    actor,
    own,
    at: new Date(row.at).toISOString(),
    times,
    webUrl,
  });
}
