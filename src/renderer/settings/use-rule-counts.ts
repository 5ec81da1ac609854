import type { RuleView } from '../../shared/wishes.ts';
import { useSurroundings } from '../surroundings.ts';
import { useAsked } from '../use-asked.ts';

/** How many changes of the week each rule has decided, by its id; null until it is known. */
export function useRuleCounts(rules: readonly RuleView[]): Readonly<Record<string, number>> | null {
  const { api } = useSurroundings();
  // Each snapshot brings the same rules anew.
  return useAsked(api.countRules, JSON.stringify(rules)).value;
}
