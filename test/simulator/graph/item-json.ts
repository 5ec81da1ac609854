import { hashOf } from '../cloud/content.ts';
import type { Drive } from '../cloud/drive.ts';
import type { ItemState } from '../cloud/item.ts';
import { mimeTypeOf } from '../cloud/mime-type.ts';
import type { View } from '../cloud/view.ts';
import { webUrlOf } from '../cloud/web-url.ts';
import type { Knobs } from '../knobs.ts';
import { timestamp } from './drive-json.ts';
import { personJson } from './person-json.ts';

export interface ItemSurroundings {
  readonly drive: Drive;
  readonly view: View;
  readonly knobs: Knobs;
  readonly origin: string;
  /** Direct reads say the parent's path, delta does not (sheet 2.4, 2.6). */
  readonly withPath: boolean;
}

type Json = Record<string, unknown>;

/** A drive item as sheet 2.4 has it, for either kind of account. */
export function itemJson(item: ItemState, surroundings: ItemSurroundings): Json {
  const { drive, view, knobs, origin } = surroundings;
  const isRoot = item.parentId === null;
  return {
    ...(item.kind === 'file'
      ? {
          '@microsoft.graph.downloadUrl': `${origin}/_content/${drive.id}/${item.id}/${item.bytesVersion}`,
        }
      : {}),
    createdBy: personJson(item.createdBy),
    createdDateTime: timestamp(item.createdAt),
    ...cTagOf(item, surroundings),
    eTag: `"{${item.guid}},${item.version}"`,
    id: item.id,
    lastModifiedBy: personJson(item.modifiedBy),
    lastModifiedDateTime: timestamp(item.modifiedAt),
    name: knobs.encodedNames ? encodeURIComponent(item.name) : item.name,
    parentReference: parentReference(item, surroundings),
    size: view.size(item),
    webUrl: webUrlOf(drive.facts, view, item),
    fileSystemInfo: {
      createdDateTime: timestamp(item.createdAt),
      lastModifiedDateTime: timestamp(item.modifiedAt),
    },
    ...facets(item, surroundings),
    ...(isRoot ? { root: {} } : {}),
    ...(item.shared ? { shared: sharedJson(item, drive) } : {}),
  };
}

/** Business tombstones have no name, cTag or actor and size 0; personal ones no size or cTag. */
export function tombstoneJson(item: ItemState, surroundings: ItemSurroundings): Json {
  const { drive, knobs } = surroundings;
  const isPersonal = drive.facts.driveType === 'personal';
  const named = isPersonal && !knobs.namelessPersonalTombstones;
  return {
    id: item.id,
    ...(named ? { name: item.name } : {}),
    ...(isPersonal ? {} : { size: 0 }),
    deleted: { state: 'deleted' },
    ...(item.kind === 'folder' ? { folder: {} } : {}),
    ...(item.kind === 'file' ? { file: {} } : {}),
    parentReference: parentReference(item, { ...surroundings, withPath: false }),
  };
}

/** Folders of work drives never have one; a personal folder's changes with all below (sheet 2.4). */
function cTagOf(item: ItemState, { drive, view }: ItemSurroundings): Json | null {
  if (item.kind !== 'folder') return { cTag: `"c:{${item.guid}},${item.contentVersion}"` };
  if (drive.facts.driveType !== 'personal') return null;
  return { cTag: `"c:{${item.guid}},${view.revision(item.id)}"` };
}

function facets(item: ItemState, { view }: ItemSurroundings): Json {
  switch (item.kind) {
    case 'folder':
      return { folder: { childCount: view.childCount(item.id) } };
    case 'package':
      return { package: { type: 'oneNote' } };
    case 'file':
    default: {
      const hash = hashOf(item);
      const hashes = hash === null ? {} : { hashes: { quickXorHash: hash } };
      return { file: { mimeType: mimeTypeOf(item.name), ...hashes } };
    }
  }
}

function parentReference(item: ItemState, surroundings: ItemSurroundings): Json {
  const { drive, view, knobs, withPath } = surroundings;
  const { driveType, site } = drive.facts;
  const driveId = knobs.personalIdQuirks ? quirky(drive.id, item) : drive.id;
  const place = { driveType, driveId };
  // The root has no parent to name (sheet 2.4).
  if (item.parentId === null) return place;
  const parent = view.get(item.parentId);
  const path = parent && withPath ? { path: drivePath(drive.id, view.path(parent)) } : {};
  return { ...place, id: item.parentId, ...path, ...(site ? { siteId: site.id } : {}) };
}

function drivePath(driveId: string, path: string): string {
  return `/drives/${driveId}/root:${path === '/' ? '' : encodeURI(path)}`;
}

/** Letter case varies and leading zeros get cut on personal drives (sheet 2.3). */
function quirky(driveId: string, { version }: ItemState): string {
  if (driveId.startsWith('b!')) return driveId;
  return version % 2 === 0 ? driveId.toUpperCase() : driveId.replace(/^0+/, '');
}

function sharedJson({ shared }: ItemState, { facts }: Drive): Json {
  if (facts.driveType !== 'personal' || !facts.owner || !shared) return { scope: shared?.scope };
  return {
    scope: shared.scope,
    owner: personJson(facts.owner),
    sharedBy: personJson(shared.by),
    sharedDateTime: timestamp(shared.at),
  };
}
