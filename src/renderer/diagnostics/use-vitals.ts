import { useEffect, useState } from 'react';
import type { DriveVitals } from '../../shared/diagnostics.ts';
import { settled } from '../shell/failure.tsx';
import { useSurroundings } from '../surroundings.ts';

type Vitals = Readonly<Record<string, DriveVitals>>;

const againMs = 5000;

/** Asked for again and again while somebody looks at them. */
export function useVitals(isOpen: boolean): Vitals {
  const { api } = useSurroundings();
  const [vitals, setVitals] = useState<Vitals>({});
  useEffect(() => {
    if (!isOpen) return undefined;
    let isWanted = true;
    const ask = async (): Promise<void> => {
      const outcome = await settled(api.getVitals());
      if (isWanted && outcome.ok) setVitals(outcome.value);
    };
    void ask();
    const timer = setInterval(() => void ask(), againMs);
    return () => {
      isWanted = false;
      clearInterval(timer);
    };
  }, [api, isOpen]);
  return vitals;
}
