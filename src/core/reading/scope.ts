import type { Memory } from './classify.ts';

export interface Scope {
  readonly memory: Pick<Memory, 'isWithin'>;
  /** The item that alone, with what is below it, is of interest; null: all are. */
  readonly scopeId: string | null;
}

/** Of an item that is, or was, in that folder. */
export function isInScope(
  itemId: string,
  parentId: string | null,
  { memory, scopeId }: Scope,
): boolean {
  return scopeId === null || itemId === scopeId || memory.isWithin(parentId, scopeId);
}
