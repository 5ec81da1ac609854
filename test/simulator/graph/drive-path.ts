import type { Drive } from '../cloud/drive.ts';
import { phantomDriveIds } from './drive-json.ts';
import { GraphError, accessDenied, notFound } from './error.ts';
import { ownDrive } from './me.ts';
import { findGroup, findLibrary } from './sites.ts';
import type { Call } from './world.ts';

interface DrivePath {
  readonly drive: Drive | undefined;
  readonly rest: string;
}

/** The spellings of a drive: mine, by id, a group's, a site's, a list's (sheet 1.1, 2.1). */
export function driveAt(call: Call, path: string): DrivePath | null {
  const found =
    /^(?:me|users\/(?<user>[^/]+))\/drive(?:\/(?<rest>.*))?$/.exec(path) ??
    /^drives\/(?<drive>[^/]+)(?:\/(?<rest>.*))?$/.exec(path) ??
    /^groups\/(?<group>[^/]+)\/drive(?:\/(?<rest>.*))?$/.exec(path) ??
    /^sites\/(?<site>.+?)\/lists\/(?<list>[^/]+)\/drive(?:\/(?<rest>.*))?$/.exec(path) ??
    /^sites\/(?<site>.+?)\/drive(?:\/(?<rest>.*))?$/.exec(path);
  if (!found) return null;
  const named = found.groups ?? {};
  const drive = driveNamed(call, named);
  const { list, rest = '' } = named;
  if (list !== undefined && list.toLowerCase() !== drive?.facts.listId) throw notFound();
  return { drive, rest };
}

function driveNamed(call: Call, named: Readonly<Record<string, string>>): Drive | undefined {
  const { drive, group, site: siteId, user } = named;
  if (drive !== undefined) return driveById(call, drive);
  if (group !== undefined) return findGroup(call, group).drive;
  if (siteId !== undefined) return findLibrary(call, siteId).drive;
  const { username, userId } = call.caller.account;
  if (user !== undefined && user !== userId && user.toLowerCase() !== username)
    throw accessDenied();
  return ownDrive(call);
}

/** Personal ids come in any letter case and with zeros cut (sheet 2.3). */
function driveById({ world }: Call, id: string): Drive | undefined {
  if (phantomDriveIds.includes(id))
    throw new GraphError(400, 'invalidRequest', 'ObjectHandle is Invalid');
  const padded = id.toLowerCase().padStart(16, '0');
  const isNamed = ({ facts }: Drive) =>
    facts.driveType === 'personal' ? facts.id === padded : facts.id === id;
  return Object.values(world.drives).find(isNamed);
}
