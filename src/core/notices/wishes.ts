import { z } from 'zod';
import { alarmSettings } from './alarm.ts';
import { delivery } from './delivery.ts';
import { quietHours } from './quiet-hours.ts';
import { readyMadeRules, rule } from './rules.ts';

export const mostRules = 500;

/** What a person wants to be told of, when, and how. */
export const wishes = z.object({
  /** The first that fits a change decides; where none does, it is told. */
  rules: z.array(rule).max(mostRules),
  quietHours,
  delivery,
  alarm: alarmSettings,
  hasSound: z.boolean(),
  /** Toasts stay until they are answered. */
  stays: z.boolean(),
  /** Toasts name no people, files or drives. */
  isPrivate: z.boolean(),
  /** What makes a change count as read; `never`: none counts as unread. */
  readBy: z.enum(['seeing', 'opening', 'hand', 'never']),
});

export type Wishes = Readonly<z.infer<typeof wishes>>;

const workdays = [1, 2, 3, 4, 5];

export const usualWishes: Wishes = {
  rules: [...readyMadeRules],
  quietHours: { isOn: false, days: [...workdays], from: 20 * 60, to: 7 * 60 },
  delivery: { every: 'change', at: 9 * 60, day: 1 },
  alarm: { isOn: true, items: 50, minutes: 5 },
  hasSound: true,
  stays: false,
  isPrivate: false,
  readBy: 'seeing',
};
