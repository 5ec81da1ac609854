import { z } from 'zod';
import { safeText } from '../safe-text.ts';
import { type Answer, type Asking, failure, type Graph } from './graph.ts';

const wireSite = z.object({
  id: z.string().min(1).max(400),
  displayName: z.string().nullish(),
  name: z.string().nullish(),
  webUrl: z.string().max(4000).nullish(),
});

export interface Site {
  readonly siteId: string;
  readonly name: string;
  /** Where on its host it is, such as `/sites/finance`; null for the host's own, or where it is not said. */
  readonly path: string | null;
}

export const followedSites = '/me/followedSites';

export function sitesNamed(text: string): string {
  return `/sites?search=${encodeURIComponent(text)}`;
}

export function siteDrives(siteId: string): string {
  return `/sites/${encodeURIComponent(siteId)}/drives`;
}

/** The library that a site opens on. */
export function siteDrive(siteId: string): string {
  return `/sites/${encodeURIComponent(siteId)}/drive`;
}

/** The site at an address. */
export async function readSite(
  graph: Graph,
  { hostname, path }: { readonly hostname: string; readonly path: string },
  asking: Asking,
): Promise<Answer<Site>> {
  const answer = await graph.get(`/sites/${hostname}:${path}`, asking);
  if (!answer.ok) return answer;
  const site = parseSite(answer.value);
  return site ? { ok: true, value: site } : failure('unexpected-answer');
}

export function parseSite(value: unknown): Site | null {
  const parsed = wireSite.safeParse(value);
  if (!parsed.success) return null;
  const { id, displayName, name, webUrl } = parsed.data;
  const path = pathOf(webUrl ?? '');
  const known = safeText(displayName ?? '') || safeText(name ?? '') || (path ?? '');
  return known === '' ? null : { siteId: id, name: known, path };
}

function pathOf(webUrl: string): string | null {
  if (!URL.canParse(webUrl)) return null;
  const { pathname } = new URL(webUrl);
  return pathname === '/' ? null : safeText(decoded(pathname));
}

/** As it reads; what is no proper escape stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
