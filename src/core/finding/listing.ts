import type { Found, Search } from '../../shared/finding.ts';
import { childrenOf, parseChild } from '../graph/children.ts';
import { parseDrive } from '../graph/drives.ts';
import { groupDrives, myGroups, parseGroup } from '../graph/groups.ts';
import { followedSites, parseSite, siteDrives, sitesNamed } from '../graph/sites.ts';
import type { Reach } from '../sign-in/scopes.ts';
import { reachOfDrive } from '../accounts/account-list.ts';
import { type Findings, nameWithin, type Offer, type Place } from './findings.ts';

/** Something that Graph lists page by page. */
export interface Listing {
  readonly target: string;
  /** Undefined: as far as what is watched needs. */
  readonly reach: Reach | undefined;
  /** Null: nothing that could be offered. */
  readonly take: (value: unknown) => Found | 'nameless' | null;
}

/** How to ask for what is looked for; null: it is in something that was never found. */
export function listingOf(
  accountId: string,
  search: Exclude<Search, { readonly what: 'link' }>,
  findings: Findings,
): Listing | null {
  switch (search.what) {
    case 'followed-sites':
      return sites(followedSites, accountId, findings);
    case 'sites':
      return sites(sitesNamed(search.text.trim()), accountId, findings);
    case 'groups':
      return groups(accountId, findings);
    case 'libraries': {
      const place = findings.place(search.foundId);
      return place?.accountId === accountId ? libraries(place, findings) : null;
    }
    case 'inside':
    default: {
      const offer = findings.offer(search.foundId);
      return offer?.accountId === accountId ? inside(offer, findings) : null;
    }
  }
}

function sites(target: string, accountId: string, findings: Findings): Listing {
  return {
    target,
    reach: 'sites',
    take: (value) => {
      const site = parseSite(value);
      if (!site) return null;
      const { siteId: id, name, path: detail } = site;
      return findings.addPlace({ accountId, kind: 'site', id, name, detail });
    },
  };
}

/** No more is asked for than is allowed already: names that are hidden then are not worth an administrator's time. */
function groups(accountId: string, findings: Findings): Listing {
  return {
    target: myGroups,
    reach: undefined,
    take: (value) => {
      const group = parseGroup(value);
      if (!group) return null;
      const { groupId: id, name } = group;
      if (name === null) return 'nameless';
      return findings.addPlace({ accountId, kind: 'group', id, name, detail: null });
    },
  };
}

function libraries({ accountId, kind, id, name }: Place, findings: Findings): Listing {
  return {
    target: kind === 'site' ? siteDrives(id) : groupDrives(id),
    reach: kind === 'site' ? 'sites' : 'shared',
    take: (value) => {
      const drive = parseDrive(value);
      if (!drive) return null;
      const named = { ...drive, name: nameWithin(name, drive.name) };
      return findings.addOffer({ accountId, drive: named, isOthers: false, item: null });
    },
  };
}

function inside(offer: Offer, findings: Findings): Listing {
  const { drive, isOthers, item } = offer;
  const reach = reachOfDrive({ kind: drive.kind, isOthers });
  return {
    target: childrenOf(drive.driveId, item?.id ?? null),
    reach: reach === 'own' ? undefined : reach,
    take: (value) => {
      const child = parseChild(value);
      return child && findings.addOffer({ ...offer, item: child });
    },
  };
}
