import type { FindFailure } from '../../shared/finding.ts';
import type { Clouds } from '../clouds.ts';
import { decoded } from '../graph/sites.ts';
import { longestLink, safeItemLink } from '../hosts.ts';
import type { Account } from '../settings/settings.ts';

/** Hosts that know no personal account. */
const forWork = /(?:^|\.)sharepoint\.com$/;

export type PastedLink =
  | { readonly ok: true; readonly link: URL }
  | { readonly ok: false; readonly code: FindFailure };

/** A link that somebody has pasted: of this account's cloud, and of nobody else. */
export function readLink(
  text: string,
  { cloud, kind }: Pick<Account, 'cloud' | 'kind'>,
  clouds: Clouds,
): PastedLink {
  const trimmed = text.trim();
  if (
    trimmed.length > longestLink ||
    !/^https:\/\/\S+$/iu.test(trimmed) ||
    !URL.canParse(trimmed)
  ) {
    return { ok: false, code: 'link-malformed' };
  }
  const safe = safeItemLink(trimmed, clouds[cloud]);
  if (safe === null) {
    const isOthers = Object.values(clouds).some((hosts) => safeItemLink(trimmed, hosts) !== null);
    return { ok: false, code: isOthers ? 'link-other-cloud' : 'link-foreign' };
  }
  const link = new URL(safe);
  if (kind === 'personal' && forWork.test(link.hostname)) {
    return { ok: false, code: 'not-for-personal' };
  }
  return { ok: true, link: ofWhatIsShown(link) };
}

/** Of a page that shows a site, a library or a folder: the address of what it shows. */
function ofWhatIsShown(page: URL): URL {
  const [, site] = /^(\/(?:sites|teams)\/[^/]+)\/sitepages(?:\/|$)/iu.exec(page.pathname) ?? [];
  if (site !== undefined) return new URL(site, page.origin);
  const library = /^(?<path>\/.+)\/forms\/[^/]+\.aspx$/iu.exec(page.pathname)?.groups?.['path'];
  const isViewer = /\/_layouts\/15\/onedrive\.aspx$/iu.test(page.pathname);
  if (library === undefined && !isViewer) return page;
  const shown = page.searchParams.get('id') ?? page.searchParams.get('RootFolder') ?? '';
  if (shown.startsWith('/') && !shown.startsWith('//')) return addressOf(page.origin, shown);
  return library === undefined ? page : new URL(library, page.origin);
}

function addressOf(origin: string, path: string): URL {
  const encoded = path.split('/').map((part) => encodeURIComponent(part));
  return new URL(encoded.join('/'), origin);
}

/** The site that an address lies in, if it says so. */
export function siteOf({ hostname, pathname }: URL): { hostname: string; path: string } | null {
  const [path] = /^\/(?:sites|teams)\/[^/]+/iu.exec(pathname) ?? [];
  return path === undefined ? null : { hostname, path };
}

/**
 * What of an address lies below another, as it is spelled there, such as `/Budget/Plan.xlsx`; empty: they are of
 * the same thing; null: it lies elsewhere.
 */
export function pathBelow(link: URL, top: string): string | null {
  if (!URL.canParse(top)) return null;
  const above = new URL(top);
  const [inner, outer] = [partsOf(link), partsOf(above)];
  const isBelow =
    link.host === above.host && outer.every((part, at) => isSame(part, inner[at] ?? ''));
  return isBelow
    ? inner
        .slice(outer.length)
        .map((part) => `/${part}`)
        .join('')
    : null;
}

function partsOf({ pathname }: URL): readonly string[] {
  return pathname.split('/').filter((part) => part !== '');
}

function isSame(one: string, other: string): boolean {
  return decoded(one).toLowerCase() === decoded(other).toLowerCase();
}
