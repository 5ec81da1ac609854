import { useState } from 'react';
import type { Api, FailureCode } from '../../shared/ipc.ts';
import type { DriveChoice } from '../../shared/snapshot.ts';
import { settled } from '../shell/failure.tsx';
import { choiceKey, type DriveChoices, ownDrives, useDriveChoices } from './use-drive-choices.ts';

interface Picking {
  readonly choices: DriveChoices;
  readonly picked: ReadonlySet<string>;
  readonly onPick: (choice: DriveChoice, picked: boolean) => void;
  readonly sending: boolean;
  readonly failure: FailureCode | null;
  /** Watches what is picked; false when that failed. */
  readonly watch: () => Promise<boolean>;
}

const nothing: ReadonlySet<string> = new Set();

/** Which drives are ticked, until they are sent. `own` ticks one's own OneDrive beforehand. */
export function usePicking(api: Api, own: boolean, isSigningIn: boolean): Picking {
  const choices = useDriveChoices(api, isSigningIn);
  const [touched, setTouched] = useState<ReadonlySet<string> | null>(null);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const found = choices.found?.ok ? choices.found.value.drives : [];
  const untouched = own ? new Set(ownDrives(found).map(choiceKey)) : nothing;
  const picked = touched ?? untouched;

  function onPick(choice: DriveChoice, ticked: boolean): void {
    const next = new Set(picked);
    if (ticked) next.add(choiceKey(choice));
    else next.delete(choiceKey(choice));
    setTouched(next);
  }

  async function watch(): Promise<boolean> {
    setSending(true);
    const wanted = found.filter((choice) => picked.has(choiceKey(choice)));
    const outcome = await settled(
      api.watchDrives(wanted.map(({ accountId, driveId }) => ({ accountId, driveId }))),
    );
    setSending(false);
    // Who cancelled knows it.
    setFailure(outcome.ok || outcome.code === 'cancelled' ? null : outcome.code);
    return outcome.ok;
  }

  return { choices, picked, onPick, sending, failure, watch };
}
