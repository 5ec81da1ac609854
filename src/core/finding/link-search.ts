import { type Drive, driveOf, readDrive } from '../graph/drives.ts';
import type { Asking, GraphFailure } from '../graph/graph.ts';
import { oneSpelling } from '../graph/same-id.ts';
import { readShared, type SharedItem } from '../graph/shares.ts';
import { decoded } from '../graph/sites.ts';
import { safeText } from '../safe-text.ts';
import type { Account } from '../settings/settings.ts';
import { AddressSearch, isUnknown } from './address-search.ts';
import { type Answered, only, refusal } from './answers.ts';
import { nameWithin } from './findings.ts';
import { failedAs, type LinkSearchParts, type Looking } from './looking.ts';
import { readLink, siteOf } from './pasted-link.ts';

/** Finds what a pasted link leads to. The link itself is kept nowhere. */
export class LinkSearch {
  readonly #parts: LinkSearchParts;
  readonly #addresses: AddressSearch;

  constructor(parts: LinkSearchParts) {
    this.#parts = parts;
    this.#addresses = new AddressSearch(parts.findings);
  }

  async find(account: Account, text: string, signal: AbortSignal): Promise<Answered> {
    const { clouds, graphs, needsSignIn } = this.#parts;
    const pasted = readLink(text, account, clouds);
    if (!pasted.ok) return pasted;
    const { link } = pasted;
    const isSignedOut = (): boolean => needsSignIn(account);
    const looking = { account, graph: graphs.of(account), link, signal, isSignedOut };
    const found = await this.#find(looking);
    return signal.aborted ? refusal('given-up') : found;
  }

  async #find(looking: Looking): Promise<Answered> {
    const { graph, link, signal } = looking;
    const wide: Asking = { signal, reach: 'shared' };
    const answer = await readShared(graph, link.href, wide);
    if (answer.ok) return this.#shared(answer.value, looking, wide);
    if (answer.code !== 'signed-out') return this.#unresolved(answer, looking, wide);
    // What is one's own can be had without asking for more.
    const own: Asking = { signal };
    const again = await readShared(graph, link.href, own);
    return again.ok
      ? this.#shared(again.value, looking, own)
      : this.#unresolved(again, looking, own);
  }

  async #shared(shared: SharedItem, looking: Looking, asking: Asking): Promise<Answered> {
    const { account, graph } = looking;
    const answer = await readDrive(graph, driveOf(shared.driveId), asking);
    if (!answer.ok) {
      const isClosed = answer.code === 'no-access' || answer.code === 'not-found';
      if (!isClosed) return failedAs(answer, looking, asking);
      return refusal(asking.reach ? 'drive-not-shared' : 'needs-shared');
    }
    const { accountId } = account;
    const isOthers = isOfSomebodyElse(answer.value, account);
    const drive = named(answer.value, isOthers);
    const { findings } = this.#parts;
    const whole = findings.addOffer({ accountId, drive, isOthers, item: null });
    if (shared.isRoot) return only(whole);
    const { itemId: id, name, kind, webUrl } = shared;
    const item = { id, name: name ?? drive.name, kind, webUrl };
    return only(findings.addOffer({ accountId, drive, isOthers, item }), whole);
  }

  async #unresolved(failed: GraphFailure, looking: Looking, asking: Asking): Promise<Answered> {
    // The address of a library or of a site leads to no item.
    if (isUnknown(failed)) return this.#addresses.find(looking);
    if (failed.code !== 'no-access') return failedAs(failed, looking, asking);
    if (!asking.reach) return refusal('needs-shared');
    // Whether a token that may only read is enough here is not known: by its address it may be found all the same.
    const found = await this.#addresses.find(looking);
    return found.ok ? found : refusal('link-no-access');
  }
}

function isOfSomebodyElse({ kind, ownerId }: Drive, { userId }: Account): boolean {
  if (kind === 'library') return false;
  return ownerId === null || oneSpelling(ownerId) !== oneSpelling(userId);
}

/** So that it is not taken for a library of another site, or for one's own OneDrive. */
function named(drive: Drive, isOthers: boolean): Drive {
  const { kind, name, owner, webUrl } = drive;
  const where = kind === 'library' ? siteNameIn(webUrl) : isOthers ? owner : null;
  return { ...drive, name: nameWithin(where, name) };
}

function siteNameIn(webUrl: string | null): string | null {
  const site = webUrl !== null && URL.canParse(webUrl) ? siteOf(new URL(webUrl)) : null;
  return site && safeText(decoded(site.path.split('/').at(-1) ?? ''));
}
