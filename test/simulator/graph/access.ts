import { type Drives, drivesOf, isOwn } from '../cloud/cloud.ts';
import type { Drive } from '../cloud/drive.ts';
import { hasScope } from '../entra/scopes.ts';
import type { Knobs } from '../knobs.ts';
import type { Caller } from './caller.ts';
import { accessDenied, notFound } from './error.ts';

const wide = [
  'Files.Read.All',
  'Files.ReadWrite.All',
  'Sites.Read.All',
  'Sites.ReadWrite.All',
  'Sites.FullControl.All',
  '.default',
];
const own = ['Files.Read', 'Files.ReadWrite', ...wide];

/** Scopes for one's own drive and for everybody else's (sheet 4). */
export function requireDrive(
  drive: Drive | undefined,
  caller: Caller,
  drives: Drives,
  knobs: Knobs,
) {
  if (!drive || drive.gone) throw notFound();
  if (!drivesOf(caller.account, drives).includes(drive)) throw accessDenied();
  const enough = isOwn(caller.account, drive) ? own : wide;
  if (knobs.checkScopes && !hasScope(caller.scopes, ...enough)) throw accessDenied();
  return drive;
}

export function requireScope(caller: Caller, knobs: Knobs, scopes: readonly string[]): void {
  if (knobs.checkScopes && !hasScope(caller.scopes, ...scopes)) throw accessDenied();
}

export const siteScopes = [
  'Sites.Read.All',
  'Sites.ReadWrite.All',
  'Sites.FullControl.All',
  '.default',
];
export const groupScopes = ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'];
/** What the documentation asks of whoever resolves a sharing link. */
export const writeScopes = ['Files.ReadWrite', 'Files.ReadWrite.All', '.default'];
export const ownFileScopes = own;

/** Microsoft's two pages on what a webhook needs contradict one another (sheet 3.1); this is Graph's. */
export function subscribingScopes(account: Caller['account'], isList: boolean): readonly string[] {
  if (isList) return ['Sites.ReadWrite.All', 'Sites.FullControl.All', '.default'];
  const personal = account.kind === 'personal' ? ['Files.ReadWrite'] : [];
  return [...personal, 'Files.ReadWrite.All', '.default'];
}
