import { createHash } from 'node:crypto';
import type { CloudId } from '../shared/snapshot.ts';
import { oneSpelling } from './graph/same-id.ts';

/** Short names of our own for what Microsoft names at length: stable, and telling nothing. */
export function accountIdOf(cloud: CloudId, homeAccountId: string): string {
  return `a-${digest(`${cloud} ${homeAccountId}`)}`;
}

/** Of a whole drive, or of one item in it with all below. */
export function watchIdOf(
  accountId: string,
  driveId: string,
  itemId: string | null = null,
): string {
  const whole = `${accountId} ${oneSpelling(driveId)}`;
  return `w-${digest(itemId === null ? whole : `${whole} ${itemId}`)}`;
}

/** Of a site or a group, which cannot be watched itself. */
export function placeIdOf(accountId: string, kind: 'site' | 'group', id: string): string {
  return `p-${digest(`${accountId} ${kind} ${id.toLowerCase()}`)}`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
