import type { Subscription } from '../webhooks/subscription.ts';
import { requireDrive, requireScope, subscribingScopes } from './access.ts';
import { driveAt } from './drive-path.ts';
import { address } from './drive-routes.ts';
import { invalidRequest, notFound } from './error.ts';
import { findLibrary } from './sites.ts';
import type { Call } from './world.ts';

type Resource = Pick<Subscription, 'drive' | 'folderId' | 'isList'>;

/** What a subscription is to: a drive's root, a list, or on personal drives any folder (sheet 3.1). */
export function resourceNamed(call: Call, resource: string): Resource {
  const path = resource.replace(/^\//, '');
  const [, site, list] = /^sites\/(.+?)\/lists\/([^/]+)$/i.exec(path) ?? [];
  const isList = site !== undefined;
  const found = isList ? listNamed(call, site, list ?? '') : folderNamed(call, path);
  const { caller, world } = call;
  const { knobs } = world;
  if (knobs.webhooksNeedWrite)
    requireScope(caller, knobs, subscribingScopes(caller.account, isList));
  return found;
}

function listNamed(call: Call, site: string, list: string): Resource {
  const { drive } = findLibrary(call, site);
  if (list.toLowerCase() !== drive.facts.listId) throw notFound();
  const { caller, world } = call;
  requireDrive(drive, caller, world.drives, world.knobs);
  return { drive, folderId: null, isList: true };
}

function folderNamed(call: Call, path: string): Resource {
  const isSpelledSo = /^(?:(?:me|users\/[^/]+)\/drive|drives\/[^/]+)\/./i.test(path);
  const named = isSpelledSo ? driveAt(call, path) : null;
  if (!named) throw invalidRequest(`Resource '${path}' is not supported.`);
  const { caller, world } = call;
  const drive = requireDrive(named.drive, caller, world.drives, world.knobs);
  if (named.rest.toLowerCase() === 'root') return { drive, folderId: null, isList: false };
  const addressed = drive.facts.driveType === 'personal' ? address(drive, named.rest) : null;
  if (!addressed || addressed.action !== '' || addressed.item.kind !== 'folder')
    throw invalidRequest('Subscriptions are supported on the root folder only.');
  const { item } = addressed;
  return { drive, folderId: item.parentId === null ? null : item.id, isList: false };
}
