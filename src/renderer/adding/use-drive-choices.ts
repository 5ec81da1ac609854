import { useCallback, useEffect, useState } from 'react';
import type { Outcome } from '../../shared/ipc.ts';
import type { DriveOffer } from '../../shared/finding.ts';
import { settled } from '../shell/failure.tsx';
import { useSurroundings } from '../surroundings.ts';

export interface DriveChoices {
  /** Null while they are being looked for. */
  readonly found: Outcome<DriveOffer> | null;
  /** Looks once more; what can be chosen already stays. */
  readonly retry: () => void;
}

/** Looks for drives, and again when a sign-in has ended. */
export function useDriveChoices(isSigningIn: boolean): DriveChoices {
  const { api } = useSurroundings();
  const [found, setFound] = useState<DriveChoices['found']>(null);
  const load = useCallback(() => void settled(api.listDrives()).then(setFound), [api]);
  useEffect(() => {
    if (!isSigningIn) load();
  }, [load, isSigningIn]);
  const retry = (): void => {
    if (!found?.ok || found.value.drives.length === 0) setFound(null);
    load();
  };
  return { found, retry };
}
