import { createHash } from 'node:crypto';
import { oneSpelling } from './graph/same-id.ts';

/** Short names of our own for what Microsoft names at length: stable, and telling nothing. */
export function accountIdOf(homeAccountId: string): string {
  return `a-${digest(homeAccountId)}`;
}

export function watchIdOf(accountId: string, driveId: string): string {
  return `w-${digest(`${accountId} ${oneSpelling(driveId)}`)}`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
