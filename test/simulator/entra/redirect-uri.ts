/** Where a browser may end whose page nobody reads; valid for every desktop app (sheet 6.3). */
const nativeClient = 'https://login.microsoftonline.com/common/oauth2/nativeclient';
const loopbackHosts = new Set(['localhost', '127.0.0.1']);

/** Loopback over http; the port is ignored, the path is not (sheet 6.3). */
export function isRegistered(redirectUri: string): boolean {
  if (redirectUri === nativeClient) return true;
  if (!URL.canParse(redirectUri)) return false;
  const { protocol, hostname, pathname, search, hash, username } = new URL(redirectUri);
  const bare = pathname === '/' && search === '' && hash === '' && username === '';
  return protocol === 'http:' && loopbackHosts.has(hostname) && bare;
}

/** URIs without a path come back with a trailing `/` (sheet 6.3). */
export function asSentBack(redirectUri: string): string {
  return new URL(redirectUri).href;
}
