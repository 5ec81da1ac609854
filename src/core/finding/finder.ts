import type { Found, FoundPage, Search } from '../../shared/finding.ts';
import type { Outcome } from '../../shared/ipc.ts';
import type { Answer } from '../graph/graph.ts';
import { type Page, readPage } from '../graph/pages.ts';
import { done, notFound } from '../outcome.ts';
import type { Account } from '../settings/settings.ts';
import { findFailure } from './find-failure.ts';
import { LinkSearch } from './link-search.ts';
import type { LinkSearchParts } from './looking.ts';
import { type Listing, listingOf } from './listing.ts';

export interface FinderParts extends LinkSearchParts {
  readonly accountOf: (accountId: string) => Account | undefined;
  readonly signal: AbortSignal;
}

interface Continued {
  readonly account: Account;
  readonly listing: Listing;
}

/** Pages of which nothing can be offered are passed over, up to so many. */
const mostEmptyPages = 5;
const mostContinued = 50;

/** Looks for what can be watched, one thing at a time: what comes later ends what came before. */
export class Finder {
  readonly #parts: FinderParts;
  readonly #links: LinkSearch;
  /** Where lists go on, by the numbers that were handed out for it. */
  readonly #continued = new Map<number, Continued>();
  #lastNumber = 0;
  #current = new AbortController();

  constructor(parts: FinderParts) {
    this.#parts = parts;
    this.#links = new LinkSearch(parts);
  }

  async find(accountId: string, search: Search): Promise<Outcome<FoundPage>> {
    const signal = this.#begin();
    const account = this.#parts.accountOf(accountId);
    if (!account) return notFound;
    if (search.what === 'link') return this.#links.find(account, search.text, signal);
    // Where there are neither sites nor groups.
    const isElsewhere = search.what !== 'inside' && account.kind === 'personal';
    if (isElsewhere) return { ok: false, code: 'not-for-personal' };
    const listing = listingOf(accountId, search, this.#parts.findings);
    return listing ? this.#page({ account, listing }, signal) : notFound;
  }

  async more(next: number): Promise<Outcome<FoundPage>> {
    const signal = this.#begin();
    const continued = this.#continued.get(next);
    return continued ? this.#page(continued, signal) : notFound;
  }

  cancel(): Outcome<void> {
    this.#current.abort();
    return done;
  }

  #begin(): AbortSignal {
    this.#current.abort();
    this.#current = new AbortController();
    return AbortSignal.any([this.#current.signal, this.#parts.signal]);
  }

  async #page({ account, listing }: Continued, signal: AbortSignal): Promise<Outcome<FoundPage>> {
    const { reach, take } = listing;
    const graph = this.#parts.graphs.of(account);
    let nameless = 0;
    let next: string | null = listing.target;
    for (let pages = 1; ; pages += 1) {
      const asking = { signal, reach };
      const answer: Answer<Page<Found | 'nameless'>> = await readPage(graph, next, asking, take);
      if (signal.aborted) return { ok: false, code: 'given-up' };
      if (!answer.ok) {
        const isSignedOut = this.#parts.needsSignIn(account);
        return { ok: false, code: findFailure(answer, { account, reach, isSignedOut }) };
      }
      const found = answer.value.items.filter((item) => item !== 'nameless');
      nameless += answer.value.items.length - found.length;
      next = answer.value.next;
      if (next === null || found.length > 0 || pages === mostEmptyPages) {
        const goesOn = next === null ? null : { account, listing: { ...listing, target: next } };
        const value = { found: foldersFirst(found), nameless, next: this.#keep(goesOn) };
        return { ok: true, value };
      }
    }
  }

  #keep(continued: Continued | null): number | null {
    if (continued === null) return null;
    this.#lastNumber += 1;
    this.#continued.set(this.#lastNumber, continued);
    this.#continued.delete(this.#lastNumber - mostContinued);
    return this.#lastNumber;
  }
}

function foldersFirst(found: readonly Found[]): readonly Found[] {
  const isFolder = ({ kind }: Found): boolean => kind === 'folder';
  return [...found.filter(isFolder), ...found.filter((one) => !isFolder(one))];
}
