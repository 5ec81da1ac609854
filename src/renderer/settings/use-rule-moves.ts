import { type RefObject, useEffect, useRef } from 'react';
import type { RuleView } from '../../shared/wishes.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { useFailures } from '../shell/failure.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useWishWords } from '../wish-words.ts';

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
  const t = useWishWords();
  const announce = useAnnounce();
  const list = useRef<HTMLOListElement>(null);
  const addButton = useRef<HTMLElement>(null);
  const moved = useRef<string | null>(null);
  const order = rules.map(({ ruleId }) => ruleId).join(' ');
  useEffect(() => {
    const ruleId = moved.current;
    if (ruleId === null) return;
    moved.current = null;
    const ids = order.split(' ');
    const position = ids.indexOf(ruleId) + 1;
    const row = list.current?.children.item(position - 1);
    row?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.focus();
    announce(t('rules.moved', { position, count: ids.length }));
  }, [announce, order, t]);
  return {
    list,
    add: (button) => {
      addButton.current = button;
    },
    move: async (ruleId, to) => {
      moved.current = ruleId;
      if (!(await act(api.moveRule(ruleId, to)))) moved.current = null;
    },
    remove: async (ruleId) => {
      if (!(await act(api.removeRule(ruleId)))) return;
      announce(t('rules.removed'));
      addButton.current?.focus();
    },
  };
}
