import { z } from 'zod';
import { safeText } from '../safe-text.ts';

const wireGroup = z.object({
  id: z.string().min(1).max(400),
  displayName: z.string().nullish(),
  groupTypes: z.array(z.string()).nullish(),
});

export interface Group {
  readonly groupId: string;
  /** Null where Microsoft does not tell it. */
  readonly name: string | null;
}

export const myGroups = '/me/memberOf/microsoft.graph.group?$select=id,displayName,groupTypes';

export function groupDrives(groupId: string): string {
  return `/groups/${encodeURIComponent(groupId)}/drives`;
}

/** Only groups of Microsoft 365 have files; of one whose kind is not told that cannot be ruled out. */
export function parseGroup(value: unknown): Group | null {
  const parsed = wireGroup.safeParse(value);
  if (!parsed.success) return null;
  const { id, displayName, groupTypes } = parsed.data;
  if (groupTypes && !groupTypes.includes('Unified')) return null;
  return { groupId: id, name: safeText(displayName ?? '') || null };
}
