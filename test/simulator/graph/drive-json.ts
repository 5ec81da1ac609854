import type { Drive } from '../cloud/drive.ts';
import { Seeded } from '../cloud/seeded.ts';
import { personJson } from './person-json.ts';

const gigabyte = 1_073_741_824;

export function driveJson({ facts, journal }: Drive): Record<string, unknown> {
  const used = journal.current.size(journal.current.root);
  const total = (facts.driveType === 'personal' ? 5 : 1_024) * gigabyte;
  return {
    createdDateTime: timestamp(facts.createdAt),
    description: '',
    id: facts.id,
    lastModifiedDateTime: timestamp(journal.current.root.modifiedAt),
    name: facts.name,
    webUrl: facts.webUrl,
    driveType: facts.driveType,
    owner: facts.owner
      ? personJson(facts.owner)
      : { group: { id: facts.site?.groupId, displayName: facts.site?.name } },
    quota: { deleted: 0, remaining: total - used, state: 'normal', total, used },
  };
}

/** System drives that `/me/drives` of a personal account shows between the real one (sheet 4). */
export const phantomDriveIds = ((chance) => [1, 2].map(() => `b!${chance.hex(64)}`))(new Seeded(7));

export function phantomDriveJson(id: string, ownDrive: Drive): Record<string, unknown> {
  const { name: _name, ...rest } = driveJson(ownDrive);
  return { ...rest, id, name: `Bundles_${id.slice(2, 10)}` };
}

/** Second precision (sheet 2.4). */
export function timestamp(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}
