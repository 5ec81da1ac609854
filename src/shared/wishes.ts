import type { ChangeKind } from './activity.ts';

/** Hours in which nothing is told, on the days they begin. */
interface QuietHours {
  readonly isOn: boolean;
  /** 0: Sunday. */
  readonly days: readonly number[];
  /** Minutes after midnight, by the clock on the wall. */
  readonly from: number;
  /** Not later than `from`: they end on the next day. */
  readonly to: number;
}

/** When changes are told: as they come, or gathered. */
interface Delivery {
  readonly every: 'change' | 'hour' | 'day' | 'week';
  /** Minutes after midnight, for those of a day and of a week. */
  readonly at: number;
  /** 0: Sunday; for those of a week. */
  readonly day: number;
}

/** When many deletions are an alarm, whoever did them: so many items within so long. */
interface AlarmSettings {
  readonly isOn: boolean;
  readonly items: number;
  readonly minutes: number;
}

/** What a person wants to be told of, when, and how. */
export interface WishesView {
  readonly quietHours: QuietHours;
  readonly delivery: Delivery;
  readonly alarm: AlarmSettings;
  readonly hasSound: boolean;
  /** Toasts stay until they are answered. */
  readonly stays: boolean;
  /** Toasts name no people, files or drives. */
  readonly isPrivate: boolean;
  /** What makes a change count as read; `never`: none counts as unread. */
  readonly readBy: 'seeing' | 'opening' | 'hand' | 'never';
}

/** Why changes were kept for later. */
export type Silence = 'paused' | 'quiet-hours' | 'away' | 'digest';

/** Why all of what is told together was kept; `mixed`: some for one reason, some for another. */
export type KeptFor = Silence | 'mixed';

type RuleAction = 'notify' | 'list' | 'ignore';

/** What a person wants of certain changes. The first rule that fits a change decides. */
export interface RuleView {
  readonly ruleId: string;
  /** Who made it: a person in Settings, by muting, or nobody: it came with the app. */
  readonly origin: 'person' | 'mute' | 'ready-made';
  readonly isOn: boolean;
  /** Null: in all drives. */
  readonly watchId: string | null;
  /** The name of the item that it is about, with all below it; null: it is about no item of its own. */
  readonly within: string | null;
  /** Names, separated by commas; `*` stands for any characters, `?` for one. Null: any name. */
  readonly pattern: string | null;
  readonly person: string | null;
  /** Null: whatever happened. */
  readonly kinds: readonly ChangeKind[] | null;
  /** Only what the reader created or was the last to change. */
  readonly isMineOnly: boolean;
  readonly action: RuleAction;
  /** When it ends, in ms since 1970; null: never. */
  readonly until: number | null;
}

/** A rule as the window writes it: what it is about is an item that the window knows by a row only. */
export type RuleDraft = Omit<RuleView, 'ruleId' | 'origin' | 'within'>;

/** What a rule, had it been in force, would have made of the last changes that rules decide. */
export interface RulePreview {
  /** How many changes there are to try it on. */
  readonly of: number;
  /** How many of them it fits. */
  readonly fits: number;
  /** How many of them would have been told, by all rules together. */
  readonly tells: number;
}

export type MuteWhat = 'item' | 'folder' | 'drive' | 'person';
export type MuteUntil = 'one-hour' | 'today' | 'always';
