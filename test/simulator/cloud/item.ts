import type { Person } from './people.ts';

export type ItemKind = 'file' | 'folder' | 'package';
export type ShareScope = 'anonymous' | 'organization' | 'users';

interface Shared {
  readonly scope: ShareScope;
  readonly by: Person;
  readonly at: number;
}

/** One state of one item; a change makes a new one. */
export interface ItemState {
  readonly id: string;
  readonly guid: string;
  /** Null for the root only. */
  readonly parentId: string | null;
  readonly name: string;
  readonly kind: ItemKind;
  readonly size: number;
  /** The number in the eTag: goes up with any property. */
  readonly version: number;
  /** The number in the cTag: goes up with content and, as reported, with the name (sheet 2.4). */
  readonly contentVersion: number;
  /** Goes up when the bytes do, and only then. */
  readonly bytesVersion: number;
  readonly createdAt: number;
  readonly createdBy: Person;
  readonly modifiedAt: number;
  readonly modifiedBy: Person;
  readonly shared: Shared | null;
  readonly deleted: boolean;
}
