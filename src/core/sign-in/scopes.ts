/** How far an account's tokens reach: its own OneDrive, or what others share with it as well. */
export type Reach = 'own' | 'shared';

const scopes: Readonly<Record<Reach, readonly string[]>> = {
  own: ['User.Read', 'Files.Read'],
  // The endpoint's documentation lists Files.Read, not Files.Read.All: a token carries both.
  shared: ['User.Read', 'Files.Read', 'Files.Read.All'],
};

/** Read-only, and no more than is needed: many organisations let only an administrator allow the wider one. */
export function scopesFor(reach: Reach): string[] {
  return [...scopes[reach]];
}
