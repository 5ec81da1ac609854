import type { ActivityRow } from '../../shared/activity.ts';
import type { MuteUntil, MuteWhat } from '../../shared/wishes.ts';
import { useFailures } from '../shell/failure.tsx';
import { useNotes } from '../shell/note.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';

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
export function useMute(): Mute {
  const { api } = useSurroundings();
  const t = useAllWords();
  const { ask, act } = useFailures();
  const { say } = useNotes();
  return async (row, { what, name }, until) => {
    const muted = await ask(api.mute(row.id, what, until));
    if (!muted.ok) return;
    const undo = (): Promise<boolean> => act(api.removeRule(muted.value));
    say({ words: t(`row.muted.${until}`, { what: name }), undo });
  };
}
