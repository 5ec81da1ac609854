import type {
  ActivityGroups,
  ActivityPage,
  ActivityQuery,
  DayPart,
  GroupBy,
} from '../../shared/activity-query.ts';

/** What narrows the list, as it is asked of the database. */
export interface Narrowing extends Omit<ActivityQuery, 'text'> {
  /** See `matchOf`; null: whatever the words are. */
  readonly match: string | null;
}

export interface RowsAsked extends Narrowing {
  readonly before: number | null;
  readonly limit: number;
}

/** What the thread answers. */
export interface Questions {
  rows(asked: RowsAsked): ActivityPage;
  groups(by: GroupBy, narrowing: Narrowing): ActivityGroups;
  people(text: string): readonly string[];
  /** Of each stretch from one moment until before the next. */
  counts(moments: readonly number[]): readonly (readonly DayPart[])[];
}

export type Topic = keyof Questions;

export interface Question<K extends Topic = Topic> {
  readonly topic: K;
  readonly asked: Parameters<Questions[K]>;
}

/** What became of one question. */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string };
