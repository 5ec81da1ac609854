const signInScopes = new Set(['openid', 'profile', 'email', 'offline_access']);

/** As they were spelled: `https://graph.microsoft.us/Files.Read` stays that (sheet 6.2). */
export function parseScopes(text: string | null): string[] {
  return [...new Set((text ?? '').split(/\s+/).filter((scope) => scope !== ''))];
}

/** `https://graph.microsoft.com/Files.Read` and `Files.Read` are the same (sheet 6.5). */
export function shortName(scope: string): string {
  return scope.replace(/^https?:\/\/.+\//, '');
}

export function withoutSignIn(scopes: readonly string[]): string[] {
  return scopes.filter((scope) => !signInScopes.has(scope.toLowerCase()));
}

export function hasScope(scopes: readonly string[], ...wanted: readonly string[]): boolean {
  const lower = new Set(wanted.map((scope) => scope.toLowerCase()));
  return scopes.some((scope) => lower.has(shortName(scope).toLowerCase()));
}

/** The consent policy of August 2025 takes these from users of a work tenant (sheet 4). */
export const administratorScopes = [
  'Files.Read.All',
  'Files.ReadWrite.All',
  'Sites.Read.All',
  'Sites.ReadWrite.All',
];

/** What the token endpoint says was granted: all that was asked, as it was spelled, but for `offline_access`. */
export function scopeText(scopes: readonly string[]): string {
  return scopes.filter((scope) => scope.toLowerCase() !== 'offline_access').join(' ');
}
