import type { DriveKind, Reason } from './snapshot.ts';

/** Where to look for what can be watched. Ids are those of what was found before. */
export type Search =
  | { readonly what: 'followed-sites' | 'groups' }
  | { readonly what: 'sites'; readonly text: string }
  /** Of a site or a group. */
  | { readonly what: 'libraries'; readonly foundId: string }
  /** A drive, or a folder in one. */
  | { readonly what: 'inside'; readonly foundId: string }
  | { readonly what: 'link'; readonly text: string };

/** Places lead to drives; drives and items can be watched. */
type FoundKind = 'site' | 'group' | DriveKind | 'folder' | 'file' | 'package';

export interface Found {
  readonly foundId: string;
  readonly kind: FoundKind;
  readonly name: string;
  /** What tells it from others of that name: where a site is, whose a drive is, what an item is in. */
  readonly detail: string | null;
  readonly watched: boolean;
}

/** A drive that Microsoft lists as an account's. */
export interface DriveChoice extends Found {
  readonly accountId: string;
  readonly kind: DriveKind;
  /** Worth watching for most people, and nobody has to be asked for it. */
  readonly suggested: boolean;
}

/** All drives that can be chosen, and the accounts that could not be asked. */
export interface DriveOffer {
  readonly drives: readonly DriveChoice[];
  readonly unasked: readonly { readonly accountId: string; readonly reason: Reason }[];
}

export interface FoundPage {
  readonly found: readonly Found[];
  /** How many groups were left out because Microsoft does not tell their names. */
  readonly nameless: number;
  /** For `findMore`; null: that was all. */
  readonly next: number | null;
}

/** What may be asked of Microsoft beyond the own OneDrive: files that are shared, and sites as well. */
export type WiderReach = 'shared' | 'sites';

export const findFailures = [
  'link-malformed',
  'link-foreign',
  'link-other-cloud',
  'link-not-found',
  'link-no-access',
  'not-for-personal',
  'drive-not-shared',
  'needs-shared',
  'needs-sites',
  'may-not-see',
  'given-up',
] as const;
/** Why nothing was found. Said where one looks for drives, and nowhere else. */
export type FindFailure = (typeof findFailures)[number];
