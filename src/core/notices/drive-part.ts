import { oneSpelling } from '../graph/same-id.ts';
import type { WatchedDrive } from '../settings/settings.ts';

/** What a watch watches. Several may watch the same, and any of them finds a change of it first. */
export interface DrivePart {
  /** In one spelling. */
  readonly driveId: string;
  /** The item that alone, with what is below it, is watched; null: all are. */
  readonly scopeId: string | null;
}

/** Null: there is no such watch. */
export type PartOf = (watchId: string) => DrivePart | null;

export function partOfDrives(drives: () => readonly WatchedDrive[]): PartOf {
  return (watchId) => {
    const drive = drives().find((one) => one.watchId === watchId);
    return drive
      ? { driveId: oneSpelling(drive.driveId), scopeId: drive.scope?.itemId ?? null }
      : null;
  };
}
