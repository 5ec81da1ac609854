import { type Drive, driveOf, parseDrive } from '../graph/drives.ts';
import type { Answer, Asking, GraphFailure } from '../graph/graph.ts';
import { parseDriveItem } from '../graph/drive-item.ts';
import { type Page, readPage } from '../graph/pages.ts';
import { readSite, type Site, siteDrives } from '../graph/sites.ts';
import { type Answered, only, refusal } from './answers.ts';
import { type Findings, nameWithin } from './findings.ts';
import { failedAs, type Looking } from './looking.ts';
import { pathBelow, siteOf } from './pasted-link.ts';

/** Of one site. */
const mostPages = 5;

/** Microsoft knows of nothing there. */
export function isUnknown({ code }: GraphFailure): boolean {
  return code === 'not-found' || code === 'refused' || code === 'gone';
}

/** Finds a site, a library or what is in it by where it is. */
export class AddressSearch {
  readonly #findings: Findings;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  async find(looking: Looking): Promise<Answered> {
    const { account, graph, link, signal } = looking;
    const address = siteOf(link);
    if (address === null || account.kind === 'personal') return refusal('link-not-found');
    const asking: Asking = { signal, reach: 'sites' };
    const site = await readSite(graph, address, asking);
    if (!site.ok) {
      if (site.code === 'no-access') return refusal('link-no-access');
      if (isUnknown(site)) return refusal('link-not-found');
      return failedAs(site, looking, asking);
    }
    const { siteId: id, name, path: detail } = site.value;
    if (pathBelow(link, `https://${address.hostname}${address.path}`) !== '') {
      return this.#library(site.value, looking, asking);
    }
    const { accountId } = account;
    return only(this.#findings.addPlace({ accountId, kind: 'site', id, name, detail }));
  }

  async #library(site: Site, looking: Looking, asking: Asking): Promise<Answered> {
    const { graph, link } = looking;
    let target: string | null = siteDrives(site.siteId);
    for (let pages = 0; target !== null && pages < mostPages; pages += 1) {
      const answer: Answer<Page<Drive>> = await readPage(graph, target, asking, parseDrive);
      if (!answer.ok) return failedAs(answer, looking, asking);
      for (const drive of answer.value.items) {
        const path = drive.webUrl === null ? null : pathBelow(link, drive.webUrl);
        const named = { ...drive, name: nameWithin(site.name, drive.name) };
        if (path !== null) return this.#inside(named, path, looking);
      }
      target = answer.value.next;
    }
    return refusal('link-not-found');
  }

  async #inside(drive: Drive, path: string, looking: Looking): Promise<Answered> {
    const { account, graph, signal } = looking;
    const offer = { accountId: account.accountId, drive, isOthers: false, item: null };
    if (path === '') return only(this.#findings.addOffer(offer));
    const asking: Asking = { signal, reach: 'sites' };
    const answer = await graph.get(`${driveOf(drive.driveId)}/root:${path}`, asking);
    if (!answer.ok) {
      return isUnknown(answer) ? refusal('link-not-found') : failedAs(answer, looking, asking);
    }
    const item = parseDriveItem(answer.value);
    if (item === null || item.name === null) return refusal('unexpected-answer');
    const found = this.#findings.addOffer({ ...offer, item: { ...item, name: item.name } });
    return only(found, this.#findings.addOffer(offer));
  }
}
