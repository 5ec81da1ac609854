import type { Person } from './people.ts';

/** A new one goes to the end: a drive's place decides its ids. */
export const driveKeys = [
  'onedrive',
  'finance',
  'product',
  'board',
  'personal',
  'colleague',
] as const;
export type DriveKey = (typeof driveKeys)[number];
/** One of the `moreLibraries`, counted from 1. */
export type LibraryKey = `library-${number}`;
export type DriveType = 'personal' | 'business' | 'documentLibrary';

export interface SiteFacts {
  /** `hostname,siteCollectionGuid,webGuid` (sheet 4). */
  readonly id: string;
  readonly name: string;
  readonly webUrl: string;
  readonly groupId: string;
}

/** What never changes about a drive. */
export interface DriveFacts {
  readonly key: DriveKey | LibraryKey;
  readonly id: string;
  readonly name: string;
  readonly driveType: DriveType;
  readonly webUrl: string;
  readonly listId: string;
  readonly webId: string;
  /** Null for a library, which belongs to its site's group. */
  readonly owner: Person | null;
  readonly site: SiteFacts | null;
  readonly people: readonly Person[];
  readonly createdAt: number;
}
