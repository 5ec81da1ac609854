import { useCallback, useEffect, useState } from 'react';
import type { Api, Outcome } from '../shared/ipc.ts';
import type { Snapshot } from '../shared/snapshot.ts';
import { settled } from './shell/failure.tsx';

interface SnapshotState {
  readonly snapshot: Snapshot | null;
  readonly failed: boolean;
  readonly retry: () => void;
}

/** One snapshot on load, unless `first` is one; pushes from then on. */
export function useSnapshot(api: Api, first: Snapshot | null = null): SnapshotState {
  const [snapshot, setSnapshot] = useState(first);
  const [failed, setFailed] = useState(false);
  useEffect(() => api.on('snapshot', setSnapshot), [api]);
  const load = useCallback(() => {
    const take = (outcome: Outcome<Snapshot>): void => {
      // A push that overtook the answer is newer than it.
      if (outcome.ok) setSnapshot((pushed) => pushed ?? outcome.value);
      else setFailed(true);
    };
    void settled(api.getSnapshot()).then(take);
  }, [api]);
  useEffect(() => {
    if (!first) load();
  }, [first, load]);
  const retry = (): void => {
    setFailed(false);
    load();
  };
  return { snapshot, failed: failed && snapshot === null, retry };
}
