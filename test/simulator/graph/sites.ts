import { drivesOf } from '../cloud/cloud.ts';
import type { Drive } from '../cloud/drive.ts';
import type { SiteFacts } from '../cloud/drive-facts.ts';
import type { Answer } from '../http/answer.ts';
import { groupScopes, requireDrive, requireScope, siteScopes } from './access.ts';
import { collection, entity } from './collection.ts';
import { driveJson, timestamp } from './drive-json.ts';
import { hasScope } from '../entra/scopes.ts';
import { accessDenied, notFound, notSupported } from './error.ts';
import type { Call } from './world.ts';

interface Library {
  readonly drive: Drive;
  readonly site: SiteFacts;
}

/** Sites and groups exist for work accounts only (sheet 4). */
function libraries({ caller, world }: Call): Library[] {
  if (caller.account.kind === 'personal') throw notSupported();
  return drivesOf(caller.account, world.drives).flatMap((drive) =>
    drive.facts.site ? { drive, site: drive.facts.site } : [],
  );
}

function siteJson({ drive, site }: Library) {
  return {
    createdDateTime: timestamp(drive.facts.createdAt),
    id: site.id,
    name: site.name,
    displayName: site.name,
    webUrl: site.webUrl,
    siteCollection: { hostname: 'contoso.sharepoint.com' },
  };
}

function siteList(call: Call, found: readonly Library[]): Answer {
  requireScope(call.caller, call.world.knobs, siteScopes);
  return collection(call.request, { context: 'sites', items: found.map(siteJson), pageSize: 100 });
}

export function followedSites(call: Call): Answer {
  return siteList(call, libraries(call));
}

export function searchSites(call: Call): Answer {
  const wanted = (call.request.query.get('search') ?? '').toLowerCase();
  const fits = ({ site }: Library) => wanted === '*' || site.name.toLowerCase().includes(wanted);
  return siteList(call, libraries(call).filter(fits));
}

/** By id, or as `contoso.sharepoint.com:/sites/Finance` (sheet 4). */
export function findLibrary(call: Call, reference: string): Library {
  const wanted = reference.toLowerCase().replace(/:$/, '');
  const isWanted = (site: SiteFacts) =>
    site.id.toLowerCase() === wanted ||
    site.webUrl.toLowerCase() === `https://${wanted.replace(':/', '/')}`;
  const found = libraries(call).find(({ site }) => isWanted(site));
  if (found) return found;
  const hidden = Object.values(call.world.drives).some(
    ({ facts }) => facts.site && isWanted(facts.site),
  );
  throw hidden ? accessDenied() : notFound();
}

export function site(call: Call, reference: string): Answer {
  const library = findLibrary(call, reference);
  requireScope(call.caller, call.world.knobs, siteScopes);
  return entity(call.request, 'sites', siteJson(library));
}

export function libraryDrives(call: Call, { drive }: Library): Answer {
  const { caller, world, request } = call;
  requireDrive(drive, caller, world.drives, world.knobs);
  return collection(request, { context: 'drives', items: [driveJson(drive)], pageSize: 100 });
}

export function findGroup(call: Call, groupId: string): Library {
  const found = libraries(call).find(({ site }) => site.groupId === groupId.toLowerCase());
  if (!found) throw notFound();
  return found;
}

/** Its members have no files in common. */
const securityGroupId = 'c5f0f0d2-6c1b-4f5a-9d3e-2b7a8e4d1f60';

/** Details may be hidden from who may not read them (sheet 4). */
export function myGroups(call: Call): Answer {
  const { caller, world } = call;
  const isOpen = world.knobs.groupNames || hasScope(caller.scopes, ...groupScopes);
  const groups = libraries(call).map(({ site }) => ({
    id: site.groupId,
    displayName: site.name,
    groupTypes: ['Unified'],
  }));
  const others = { id: securityGroupId, displayName: 'Everybody in Finance', groupTypes: [] };
  const items = [others, ...groups].map((group) => ({
    '@odata.type': '#microsoft.graph.group',
    ...(isOpen ? group : { id: group.id, displayName: null, groupTypes: null }),
  }));
  return collection(call.request, { context: 'directoryObjects', items, pageSize: 100 });
}
