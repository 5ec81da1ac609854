import { once } from '../once.ts';
import type { Places } from './rules.ts';

/** Many rows lie in the same folders, and many rules ask where. */
export function askedOnce({ wayUp, partOf }: Places): Places {
  const ask = once((watchId: string) =>
    once((folderId: string | null) => wayUp(watchId, folderId)),
  );
  return { wayUp: (watchId, folderId) => ask(watchId)(folderId), partOf: once(partOf) };
}
