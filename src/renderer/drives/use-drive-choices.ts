import { useCallback, useEffect, useState } from 'react';
import type { Api, Outcome } from '../../shared/ipc.ts';
import type { DriveChoice, DriveOffer } from '../../shared/snapshot.ts';
import { settled } from '../shell/failure.tsx';

export interface DriveChoices {
  /** Null while they are being looked for. */
  readonly found: Outcome<DriveOffer> | null;
  /** Looks once more; what can be chosen already stays. */
  readonly retry: () => void;
}

/** Looks for drives, and again when a sign-in has ended. */
export function useDriveChoices(api: Api, isSigningIn: boolean): DriveChoices {
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

export const choiceKey = (choice: DriveChoice): string => `${choice.accountId}/${choice.driveId}`;

/** One's own OneDrive: the first drive of each account that is not a library. */
export function ownDrives(choices: readonly DriveChoice[]): readonly DriveChoice[] {
  const accounts = new Map<string, DriveChoice>();
  for (const choice of choices) {
    if (choice.kind !== 'library' && !accounts.has(choice.accountId)) {
      accounts.set(choice.accountId, choice);
    }
  }
  return [...accounts.values()].filter((choice) => !choice.watched);
}
