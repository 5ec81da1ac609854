import type { Hosts } from '../hosts.ts';

/** How far an account's tokens reach: its own OneDrive, what others share with it as well, or sites, too, to look for them. */
export type Reach = 'own' | 'shared' | 'sites';

const names: Readonly<Record<Reach, readonly string[]>> = {
  own: ['User.Read', 'Files.Read'],
  // The endpoint's documentation lists Files.Read, not Files.Read.All: a token carries both.
  shared: ['User.Read', 'Files.Read', 'Files.Read.All'],
  sites: ['User.Read', 'Files.Read', 'Files.Read.All', 'Sites.Read.All'],
};

/** Read-only, and no more than is needed: many organisations let only an administrator allow the wider one. */
export function scopesFor(reach: Reach, hosts: Hosts): string[] {
  return hosts.tenant === 'common' ? [...names[reach]] : fullScopes(reach, hosts);
}

/** As an administrator's consent names them, and every cloud but the global one. */
export function fullScopes(reach: Reach, hosts: Hosts): string[] {
  return names[reach].map((name) => `${hosts.graph}/${name}`);
}

/** Whether what was granted opens what is wanted; Entra may leave out what another scope includes. */
export function reaches(granted: readonly string[], reach: Reach): boolean {
  const short = granted.map((scope) => scope.slice(scope.lastIndexOf('/') + 1).toLowerCase());
  return short.some((scope) => opening[reach].test(scope));
}

const opening: Readonly<Record<Reach, RegExp>> = {
  own: /^(files|sites)\./,
  shared: /^(files|sites)\..*\.all$/,
  sites: /^sites\..*\.all$/,
};
