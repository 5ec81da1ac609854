import { useEffect, useRef } from 'react';
import type { ActivityRow } from '../../shared/activity.ts';
import type { MuteUntil, MuteWhat, RuleView } from '../../shared/wishes.ts';
import { useFailures } from '../shell/failure.tsx';
import { useNotes } from '../shell/note.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useWishWords } from '../wish-words.ts';

/** What of a row can be muted. */
export interface Mutable {
  readonly what: MuteWhat;
  /** In the menu. */
  readonly label: string;
  /** In "… is muted". */
  readonly name: string;
}

export type Mute = (row: ActivityRow, muted: Mutable, until: MuteUntil) => Promise<void>;

/** Mutes, says so, and offers the way back. */
export function useMute(rules: readonly RuleView[]): Mute {
  const { api } = useSurroundings();
  const t = useWishWords();
  const { act } = useFailures();
  const { say } = useNotes();
  const latest = useRef(rules);
  useEffect(() => {
    latest.current = rules;
  }, [rules]);
  return async (row, { what, name }, until) => {
    const before = new Set(latest.current.map(({ ruleId }) => ruleId));
    if (!(await act(api.mute(row.id, what, until)))) return;
    const undo = (): void => {
      const made = latest.current.find(
        (rule) => rule.origin === 'mute' && !before.has(rule.ruleId),
      );
      if (made) void act(api.removeRule(made.ruleId));
    };
    say({ words: t(`row.muted.${until}`, { what: name }), undo });
  };
}
