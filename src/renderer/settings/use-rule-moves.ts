import { type RefObject, useRef } from 'react';
import type { RuleView } from '../../shared/wishes.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { useFailures } from '../shell/failure.tsx';
import { useMoved } from '../shell/use-moved.ts';
import { useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';

interface RuleMoves {
  readonly list: RefObject<HTMLOListElement | null>;
  readonly add: (button: HTMLElement | null) => void;
  readonly move: (ruleId: string, to: 'earlier' | 'later') => Promise<void>;
  readonly remove: (ruleId: string) => Promise<void>;
}

/** Moves and removes rules; the focus stays with the rule, and goes to "Add" where it is gone. */
export function useRuleMoves(rules: readonly RuleView[]): RuleMoves {
  const { api } = useSurroundings();
  const { act } = useFailures();
  const t = useAllWords();
  const announce = useAnnounce();
  const addButton = useRef<HTMLElement>(null);
  const { list, move } = useMoved<HTMLOListElement>(
    rules.map(({ ruleId }) => ruleId),
    'rules.moved',
  );
  return {
    list,
    add: (button) => {
      addButton.current = button;
    },
    move: (ruleId, to) => move(ruleId, act(api.moveRule(ruleId, to))),
    remove: async (ruleId) => {
      if (!(await act(api.removeRule(ruleId)))) return;
      announce(t('rules.removed'));
      addButton.current?.focus();
    },
  };
}
