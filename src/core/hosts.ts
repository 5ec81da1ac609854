/** Where one of Microsoft's clouds is reached, and which hosts its answers may name. */
export interface Hosts {
  readonly login: string;
  /** Who may sign in: personal accounts as well, or those of organizations alone. */
  readonly tenant: 'common' | 'organizations';
  readonly graph: string;
  /** Origins that Graph links may name: Graph's own, and the one that stands in for it. */
  readonly graphLinks: readonly string[];
  readonly pushSuffix: string;
  /** Where a device code may be typed in. */
  readonly deviceLoginSuffixes: readonly string[];
  readonly itemSuffixes: readonly string[];
  /** A stand-in on this computer may name itself, over plain http. */
  readonly allowsLoopback: boolean;
}

export const longestLink = 2000;

export type LinkProblem = 'endpoint-without-url' | 'endpoint-not-https' | 'endpoint-foreign-host';

/** Checks a notificationUrl: it is a secret and must lead to Microsoft's push service alone. */
export function checkPushUrl(
  text: unknown,
  hosts: Hosts,
): { ok: true; url: URL } | { ok: false; code: LinkProblem } {
  if (typeof text !== 'string' || text.length > 4096 || !URL.canParse(text)) {
    return { ok: false, code: 'endpoint-without-url' };
  }
  const url = new URL(text);
  if (hosts.allowsLoopback && isLoopback(url) && isWeb(url)) return { ok: true, url };
  if (url.protocol !== 'https:') return { ok: false, code: 'endpoint-not-https' };
  if (!isPlain(url) || !endsWithLabel(url.hostname, hosts.pushSuffix)) {
    return { ok: false, code: 'endpoint-foreign-host' };
  }
  return { ok: true, url };
}

/** The page where a person types in a device code, if it is Microsoft's. */
export function safeDevicePage(text: unknown, hosts: Hosts): URL | null {
  if (typeof text !== 'string' || text.length > longestLink || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (hosts.allowsLoopback && isLoopback(url) && isWeb(url)) return url;
  if (url.protocol !== 'https:' || !isPlain(url)) return null;
  const { hostname } = url;
  return hosts.deviceLoginSuffixes.some((suffix) => endsWithLabel(hostname, suffix)) ? url : null;
}

/** The page that MSAL opens for a sign-in, and nothing else. */
export function isSignInPage(text: string, hosts: Hosts): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, pathname } = new URL(text);
  return origin === hosts.login && pathname.endsWith('/oauth2/v2.0/authorize');
}

/** Only a link back to Graph itself may carry the bearer token. */
export function isGraphLink(text: string, hosts: Hosts): boolean {
  if (text.length > 8192 || !URL.canParse(text)) return false;
  const url = new URL(text);
  if (!isWeb(url) || url.username !== '' || url.password !== '') return false;
  return hosts.graphLinks.includes(url.origin);
}

/** The form of an item's page that is safe to hand to the system browser, or null. */
export function safeItemLink(text: string, hosts: Hosts): string | null {
  if (text.length > longestLink || !text.isWellFormed() || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'https:' || !isPlain(url)) return null;
  const host = url.hostname.replace(/\.$/, '');
  return hosts.itemSuffixes.some((suffix) => endsWithLabel(host, suffix)) ? url.href : null;
}

function isPlain(url: URL): boolean {
  return url.username === '' && url.password === '' && url.port === '';
}

function endsWithLabel(host: string, suffix: string): boolean {
  return host === suffix || host.endsWith(`.${suffix}`);
}

export function isLoopback(url: URL): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
}

function isWeb(url: URL): boolean {
  return url.protocol === 'https:' || url.protocol === 'http:';
}
