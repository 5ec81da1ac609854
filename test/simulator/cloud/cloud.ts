import { boardTree } from '../trees/board.ts';
import { colleagueTree } from '../trees/colleague.ts';
import { financeTree } from '../trees/finance.ts';
import { onedriveTree } from '../trees/onedrive.ts';
import { personalTree } from '../trees/personal.ts';
import { productTree } from '../trees/product.ts';
import { smallTree } from '../trees/small.ts';
import type { ChangeLog } from './change.ts';
import { Drive } from './drive.ts';
import {
  type DriveFacts,
  type DriveKey,
  type DriveType,
  type LibraryKey,
  driveKeys,
} from './drive-facts.ts';
import { newDriveId } from './item-id.ts';
import {
  type Account,
  type Person,
  acquaintances,
  colleagueAccount,
  personalAccount,
  staff,
  workAccount,
} from './people.ts';
import { Seeded } from './seeded.ts';
import { parseTree, plantTree } from './tree.ts';

interface Plan {
  readonly name: string;
  readonly driveType: DriveType;
  readonly webUrl: string;
  readonly site: string | null;
  readonly owner: Person | null;
  readonly people: readonly Person[];
  readonly tree: string;
}

const sharePoint = 'https://contoso.sharepoint.com/sites';

function library(name: string, tree: string): Plan {
  const webUrl = `${sharePoint}/${encodeURIComponent(name)}/Shared%20Documents`;
  const people = staff;
  return { name, driveType: 'documentLibrary', webUrl, site: name, owner: null, people, tree };
}

const plans: Record<DriveKey, Plan> = {
  onedrive: {
    name: 'OneDrive',
    driveType: 'business',
    site: null,
    owner: workAccount.person,
    webUrl: 'https://contoso-my.sharepoint.com/personal/megan_bowen_contoso_com/Documents',
    people: staff,
    tree: onedriveTree,
  },
  finance: library('Finance', financeTree),
  product: library('Product', productTree),
  board: library('Board', boardTree),
  personal: {
    name: 'OneDrive',
    driveType: 'personal',
    site: null,
    owner: personalAccount.person,
    webUrl: `https://onedrive.live.com/?cid=${personalAccount.userId}`,
    people: acquaintances,
    tree: personalTree,
  },
  colleague: {
    name: 'OneDrive',
    driveType: 'business',
    site: null,
    owner: colleagueAccount.person,
    webUrl: 'https://contoso-my.sharepoint.com/personal/adele_vance_contoso_com/Documents',
    people: staff,
    tree: colleagueTree,
  },
};

export type Drives = Readonly<Record<DriveKey, Drive>> & {
  readonly [key: LibraryKey]: Drive;
};

interface Surroundings {
  readonly seed: number;
  readonly moreLibraries: number;
  readonly changes: ChangeLog;
  readonly deletedDescendants: () => boolean;
}

function draftFacts(key: DriveFacts['key'], whole: Plan, chance: Seeded): DriveFacts {
  const { site: siteName, tree: _tree, ...plan } = whole;
  const guids = { group: chance.guid(), site: chance.guid(), web: chance.guid() };
  const site =
    siteName === null
      ? null
      : {
          id: `contoso.sharepoint.com,${guids.site},${guids.web}`,
          name: siteName,
          webUrl: `${sharePoint}/${encodeURIComponent(siteName)}`,
          groupId: guids.group,
        };
  const id =
    // A personal drive's id is its owner's CID; a leading zero gives `personalIdQuirks` one to cut.
    plan.driveType === 'personal' ? (plan.owner?.id ?? '') : newDriveId(plan.driveType, chance);
  const createdAt = Date.now() - 800 * 86_400_000;
  return { key, id, ...plan, listId: chance.guid(), webId: guids.web, site, createdAt };
}

interface Place {
  readonly key: DriveFacts['key'];
  readonly plan: Plan;
  readonly index: number;
}

function buildDrive({ key, plan, index }: Place, surroundings: Surroundings): Drive {
  const { changes, deletedDescendants, seed } = surroundings;
  // One stream per drive, so that what happens in one never alters another's ids.
  const chance = new Seeded(seed * 31 + index);
  const facts = draftFacts(key, plan, chance);
  const announce = changes.add.bind(changes);
  const drive = new Drive(facts, { chance, deletedDescendants, announce });
  const people = facts.owner
    ? [facts.owner, facts.owner, facts.owner, ...facts.people]
    : facts.people;
  plantTree(drive, parseTree(plan.tree), { people, chance, now: Date.now() });
  return drive;
}

export function buildDrives(surroundings: Surroundings): Drives {
  const known: Place[] = driveKeys.map((key, index) => ({ key, plan: plans[key], index }));
  const more = Array.from({ length: surroundings.moreLibraries }, (_, at) => libraryPlace(at + 1));
  const built = [...known, ...more].map((place) => [place.key, buildDrive(place, surroundings)]);
  return Object.fromEntries(built) as Drives;
}

/** Far from the known ones, which may become more: a drive's place decides its ids. */
const firstLibraryIndex = 1_000;

function libraryPlace(number: number): Place {
  const plan = library(`Library ${String(number).padStart(3, '0')}`, smallTree);
  return { key: `library-${number}`, plan, index: firstLibraryIndex + number };
}

const memberships: Readonly<Record<string, readonly DriveKey[]>> = {
  [workAccount.username]: ['onedrive', 'finance', 'product'],
  [personalAccount.username]: ['personal'],
  [colleagueAccount.username]: ['colleague', 'finance', 'product'],
};

/** Drives an account can open, its own first; all further libraries are the work account's. */
export function drivesOf(account: Account, drives: Drives): Drive[] {
  const known = (memberships[account.username] ?? []).map((key) => drives[key]);
  const more = account === workAccount ? Object.values(drives).slice(driveKeys.length) : [];
  return [...known, ...more].filter((drive) => !drive.isRefused(account.username));
}

export function isOwn(account: Account, drive: Drive): boolean {
  return drive.facts.owner?.id === account.person.id;
}
