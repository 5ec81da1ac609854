import { drivesOf } from '../cloud/cloud.ts';
import type { Drive } from '../cloud/drive.ts';
import { Seeded } from '../cloud/seeded.ts';
import type { Answer } from '../http/answer.ts';
import { ownFileScopes, requireDrive, requireScope } from './access.ts';
import { collection, entity } from './collection.ts';
import { driveJson, phantomDriveIds, phantomDriveJson } from './drive-json.ts';
import { notFound } from './error.ts';
import type { Call } from './world.ts';

export function me({ request, caller }: Call): Answer {
  const { name, username, userId, kind } = caller.account;
  const [givenName, surname] = name.split(' ');
  return entity(request, 'users', {
    businessPhones: [],
    displayName: name,
    givenName,
    jobTitle: null,
    mail: kind === 'work' ? username : null,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: kind === 'work' ? 'en-US' : null,
    surname,
    userPrincipalName: username,
    id: userId,
  });
}

export function ownDrive({ caller, world }: Call): Drive {
  const [own] = drivesOf(caller.account, world.drives);
  if (!own) throw notFound();
  return requireDrive(own, caller, world.drives, world.knobs);
}

/** A personal account's come with system drives, in no order (sheet 4). */
export function myDrives({ request, caller, world }: Call): Answer {
  requireScope(caller, world.knobs, ownFileScopes);
  const mine = drivesOf(caller.account, world.drives).filter(({ gone }) => !gone);
  const [own] = mine;
  const phantoms = own && caller.account.kind === 'personal' ? phantomDriveIds : [];
  const shown = [
    ...mine.map(driveJson),
    ...phantoms.map((id) => phantomDriveJson(id, own ?? world.drives.personal)),
  ];
  const items = phantoms.length === 0 ? shown : new Seeded(Date.now()).shuffle(shown);
  return collection(request, { context: 'drives', items, pageSize: 100 });
}
