/** Somebody else's package that is part of the app, and the words under which it may be. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  /** By SPDX. */
  readonly licence: string;
  readonly text: string;
}
