import { useEffect, useState } from 'react';
import type { RuleView } from '../../shared/wishes.ts';
import { settled } from '../shell/failure.tsx';
import { useSurroundings } from '../surroundings.ts';

type Counts = Readonly<Record<string, number>>;

/** How many changes of the week each rule has decided; null until it is known. */
export function useRuleCounts(rules: readonly RuleView[]): Counts | null {
  const { api } = useSurroundings();
  const [counted, setCounted] = useState<{ of: string; counts: Counts } | null>(null);
  // Each snapshot brings the same rules anew.
  const of = JSON.stringify(rules);
  useEffect(() => {
    let isLatest = true;
    const count = async (): Promise<void> => {
      const outcome = await settled(api.countRules());
      if (isLatest && outcome.ok) setCounted({ of, counts: outcome.value });
    };
    void count();
    return () => {
      isLatest = false;
    };
  }, [api, of]);
  return counted?.counts ?? null;
}
