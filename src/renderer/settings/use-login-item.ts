import { useCallback, useEffect, useState } from 'react';
import type { LoginItemState } from '../../shared/login-item.ts';
import { settled, useFailures } from '../shell/failure.tsx';
import { useSurroundings } from '../surroundings.ts';

interface LoginItem {
  /** Null until the system has been asked. */
  readonly state: LoginItemState | null;
  readonly set: (wanted: boolean) => Promise<void>;
}

/** Asked anew whenever the window comes to the front: the system's own settings change it too. */
export function useLoginItem(): LoginItem {
  const { api } = useSurroundings();
  const { act } = useFailures();
  const [state, setState] = useState<LoginItemState | null>(null);
  const read = useCallback(async () => {
    const outcome = await settled(api.getLoginItem());
    if (outcome.ok) setState(outcome.value);
  }, [api]);
  useEffect(() => {
    const look = (): void => void read();
    look();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [read]);
  const set = async (wanted: boolean): Promise<void> => {
    await act(api.setLoginItem(wanted));
    await read();
  };
  return { state, set };
}
