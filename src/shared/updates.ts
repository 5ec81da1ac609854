/** Why there is no new version, where there might be one. */
export type UpdateFailure =
  | 'no-network'
  | 'too-slow'
  | 'server-down'
  | 'feed-unreadable'
  | 'feed-foreign'
  | 'older'
  | 'prerelease'
  | 'damaged'
  | 'not-signed'
  | 'not-written'
  | 'not-installed'
  | 'internal';

/** How this Drivebell came to this computer: only `self` replaces itself, the others are for somebody else to update. */
export type Installation = 'self' | 'deb' | 'rpm' | 'other-package' | 'archive' | 'development';

export type UpdateState =
  | { readonly state: 'elsewhere'; readonly installation: Exclude<Installation, 'self'> }
  | {
      readonly state: 'none';
      /** When there was last no newer version, in ms since 1970; null: not looked yet. */
      readonly lookedAt: number | null;
    }
  | { readonly state: 'looking' }
  | { readonly state: 'found'; readonly version: string }
  | { readonly state: 'downloading'; readonly version: string; readonly percent: number }
  | { readonly state: 'ready'; readonly version: string }
  | { readonly state: 'installing'; readonly version: string }
  | { readonly state: 'failed'; readonly failure: UpdateFailure };

export interface UpdatesView {
  /** New versions are downloaded, and installed while the person is away, without being asked for. */
  readonly isAutomatic: boolean;
  readonly now: UpdateState;
}
