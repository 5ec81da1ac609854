import { createHash } from 'node:crypto';
import type { CloudId } from '../shared/snapshot.ts';
import { oneSpelling } from './graph/same-id.ts';

/** Short names of our own for what Microsoft names at length: stable, and telling nothing. */
export function accountIdOf(cloud: CloudId, homeAccountId: string): string {
  return `a-${digest(`${cloud} ${homeAccountId}`)}`;
}

export function watchIdOf(accountId: string, driveId: string): string {
  return `w-${digest(`${accountId} ${oneSpelling(driveId)}`)}`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
