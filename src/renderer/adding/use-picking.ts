import { useState } from 'react';
import type { Found } from '../../shared/finding.ts';
import type { FailureCode } from '../../shared/ipc.ts';
import { settled } from '../shell/failure.tsx';
import { useSurroundings } from '../surroundings.ts';
import { type DriveChoices, useDriveChoices } from './use-drive-choices.ts';

/** What is ticked, as much as is said of it. */
export type Picked = Pick<Found, 'foundId' | 'kind' | 'name'>;

export interface Picking {
  readonly choices: DriveChoices;
  readonly picked: ReadonlySet<string>;
  /** In the order in which they were ticked. */
  readonly chosen: readonly Picked[];
  readonly onPick: (found: Picked, picked: boolean) => void;
  readonly sending: boolean;
  readonly failure: FailureCode | null;
  /** Watches what is picked; false when that failed. */
  readonly watch: () => Promise<boolean>;
}

interface Circumstances {
  /** What is suggested is ticked beforehand. */
  readonly suggests: boolean;
  readonly isSigningIn: boolean;
}

/** Which drives are ticked, until they are sent. */
export function usePicking({ suggests, isSigningIn }: Circumstances): Picking {
  const { api } = useSurroundings();
  const choices = useDriveChoices(isSigningIn);
  const [touched, setTouched] = useState<readonly Picked[] | null>(null);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const found = choices.found?.ok ? choices.found.value.drives : [];
  const chosen = touched ?? (suggests ? found.filter((choice) => choice.suggested) : []);
  const picked = new Set(chosen.map(({ foundId }) => foundId));

  function onPick({ foundId, kind, name }: Picked, ticked: boolean): void {
    const others = chosen.filter((one) => one.foundId !== foundId);
    setTouched(ticked ? [...others, { foundId, kind, name }] : others);
  }

  async function watch(): Promise<boolean> {
    setSending(true);
    const outcome = await settled(api.watchDrives([...picked]));
    setSending(false);
    // Who cancelled knows it.
    setFailure(outcome.ok || outcome.code === 'cancelled' ? null : outcome.code);
    return outcome.ok;
  }

  return { choices, picked, chosen, onPick, sending, failure, watch };
}
