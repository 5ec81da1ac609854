import type { Outcome } from '../shared/ipc.ts';
import { type Hosts, safeItemLink } from './hosts.ts';
import type { Browser } from './ports.ts';

/** Opens a stored link in the system browser, if it still passes the checks now. */
export async function openLink(
  link: string | null,
  hosts: Hosts,
  browser: Browser,
): Promise<Outcome<void>> {
  if (link === null) return { ok: false, code: 'not-found' };
  const safe = safeItemLink(link, hosts);
  if (safe === null) return { ok: false, code: 'link-not-allowed' };
  return (await browser.open(safe))
    ? { ok: true, value: undefined }
    : { ok: false, code: 'browser-did-not-open' };
}
