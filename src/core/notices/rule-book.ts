import { randomUUID } from 'node:crypto';
import type { Outcome, RuleAbout } from '../../shared/ipc.ts';
import type { MuteUntil, MuteWhat, RuleDraft, RuleView, WishesView } from '../../shared/wishes.ts';
import type { Clock } from '../ports.ts';
import type { Decisions, Subject } from '../store/decisions.ts';
import { isOver, type Rule } from './rules.ts';
import type { Wishes } from './wishes.ts';

const hourMs = 60 * 60_000;
const weekMs = 7 * 24 * hourMs;
const mostRules = 500;

export interface RuleBookParts {
  readonly wishes: () => Wishes;
  readonly save: (wishes: Wishes) => Outcome<void>;
  readonly decisions: Pick<Decisions, 'subjectOf' | 'countsSince'>;
  readonly clock: Clock;
}

/** Where a person writes down what to be told of. */
export class RuleBook {
  readonly #parts: RuleBookParts;

  constructor(parts: RuleBookParts) {
    this.#parts = parts;
  }

  wish(wishes: WishesView): Outcome<void> {
    const { rules } = this.#parts.wishes();
    const days = [...new Set(wishes.quietHours.days)].toSorted((one, other) => one - other);
    return this.#parts.save({ ...wishes, quietHours: { ...wishes.quietHours, days }, rules });
  }

  add(draft: RuleDraft, about: RuleAbout | null): Outcome<void> {
    const subject = about && this.#parts.decisions.subjectOf(about.activityId);
    const within = about && subject ? itemOf(subject, about.what) : null;
    if (about && !within) return notFound;
    return this.#put({ ...asRule(draft), origin: 'person', within });
  }

  change(ruleId: string, draft: RuleDraft): Outcome<void> {
    const { rules } = this.#parts.wishes();
    if (!rules.some((rule) => rule.ruleId === ruleId)) return notFound;
    const next = asRule(draft);
    return this.#save(rules.map((rule) => (rule.ruleId === ruleId ? { ...rule, ...next } : rule)));
  }

  remove(ruleId: string): Outcome<void> {
    const { rules } = this.#parts.wishes();
    const left = rules.filter((rule) => rule.ruleId !== ruleId);
    return left.length === rules.length ? notFound : this.#save(left);
  }

  move(ruleId: string, to: 'earlier' | 'later'): Outcome<void> {
    const rules = [...this.#parts.wishes().rules];
    const from = rules.findIndex((rule) => rule.ruleId === ruleId);
    const [moved] = from === -1 ? [] : rules.splice(from, 1);
    if (!moved) return notFound;
    rules.splice(Math.max(0, to === 'earlier' ? from - 1 : from + 1), 0, moved);
    return this.#save(rules);
  }

  /** Lists what the row is about from now on, without telling it. */
  mute(activityId: number, what: MuteWhat, until: MuteUntil): Outcome<void> {
    const subject = this.#parts.decisions.subjectOf(activityId);
    const about = subject && aboutOf(subject, what);
    if (!about) return notFound;
    const end = muteEnd(until, this.#parts.clock.now());
    return this.#put({ ...everything, ...about, origin: 'mute', until: end });
  }

  /** How many changes of the last seven days each rule has decided. */
  count(): Outcome<Readonly<Record<string, number>>> {
    const { clock, decisions } = this.#parts;
    const counts = decisions.countsSince(clock.now() - weekMs);
    return { ok: true, value: Object.fromEntries(counts) };
  }

  /** What is over is let go; the newest is tried first. */
  #put(rule: Omit<Rule, 'ruleId'>): Outcome<void> {
    const now = this.#parts.clock.now();
    const left = this.#parts
      .wishes()
      .rules.filter((one) => one.origin !== 'mute' || !isOver(one, now));
    if (left.length >= mostRules) return { ok: false, code: 'too-many-rules' };
    return this.#save([{ ...rule, ruleId: randomUUID() }, ...left]);
  }

  #save(rules: readonly Rule[]): Outcome<void> {
    return this.#parts.save({ ...this.#parts.wishes(), rules: [...rules] });
  }
}

const notFound = { ok: false, code: 'not-found' } as const;

const everything: Omit<Rule, 'ruleId' | 'origin' | 'until'> = {
  isOn: true,
  watchId: null,
  within: null,
  pattern: null,
  person: null,
  kinds: null,
  isMineOnly: false,
  action: 'list',
};

/** The rule as the window may know it. */
export function viewOf({ within, ...rule }: Rule): RuleView {
  return { ...rule, within: within?.name ?? null };
}

function asRule(draft: RuleDraft): Omit<Rule, 'ruleId' | 'origin' | 'within'> {
  return { ...draft, kinds: draft.kinds && [...draft.kinds] };
}

function itemOf(subject: Subject, what: 'item' | 'folder'): Rule['within'] {
  if (what === 'item') return { itemId: subject.itemId, name: subject.name ?? '' };
  return subject.folder;
}

function aboutOf(subject: Subject, what: MuteWhat): Partial<Rule> | null {
  const { watchId, actor } = subject;
  if (what === 'person') return actor === null ? null : { person: actor };
  if (what === 'drive') return { watchId };
  const within = itemOf(subject, what);
  return within && { watchId, within };
}

function muteEnd(until: MuteUntil, now: number): number | null {
  if (until === 'always') return null;
  if (until === 'one-hour') return now + hourMs;
  const midnight = new Date(now);
  midnight.setDate(midnight.getDate() + 1);
  return midnight.setHours(0, 0, 0, 0);
}
