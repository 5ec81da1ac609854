const signInScopes = new Set(['openid', 'profile', 'email', 'offline_access']);

/** Short names: `https://graph.microsoft.com/Files.Read` and `Files.Read` are the same (sheet 6.5). */
export function parseScopes(text: string | null): string[] {
  const names = (text ?? '').split(/\s+/).filter((scope) => scope !== '');
  return [...new Set(names.map((scope) => scope.replace(/^https?:\/\/.+\//, '')))];
}

export function withoutSignIn(scopes: readonly string[]): string[] {
  return scopes.filter((scope) => !signInScopes.has(scope.toLowerCase()));
}

export function hasScope(scopes: readonly string[], ...wanted: readonly string[]): boolean {
  const lower = new Set(wanted.map((scope) => scope.toLowerCase()));
  return scopes.some((scope) => lower.has(scope.toLowerCase()));
}

/** The consent policy of August 2025 takes these from users of a work tenant (sheet 4). */
export const administratorScopes = [
  'Files.Read.All',
  'Files.ReadWrite.All',
  'Sites.Read.All',
  'Sites.ReadWrite.All',
];

/** What the token endpoint says was granted: all that was asked, but for `offline_access`. */
export function scopeText(scopes: readonly string[]): string {
  return scopes.filter((scope) => scope.toLowerCase() !== 'offline_access').join(' ');
}
