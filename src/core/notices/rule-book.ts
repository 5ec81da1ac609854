import { randomUUID } from 'node:crypto';
import type { Outcome, RuleAbout } from '../../shared/ipc.ts';
import type {
  MuteUntil,
  MuteWhat,
  RuleDraft,
  RulePreview,
  RuleView,
  WishesView,
} from '../../shared/wishes.ts';
import { moved } from '../moved.ts';
import { notFound } from '../outcome.ts';
import type { Clock } from '../ports.ts';
import type { Decisions, Subject } from '../store/decisions.ts';
import { previewOf } from './preview.ts';
import { isOver, type Places, type Rule } from './rules.ts';
import { askedOnce } from './places.ts';
import { mostRules, type Wishes } from './wishes.ts';

const hourMs = 60 * 60_000;
const weekMs = 7 * 24 * hourMs;
const mostTriedOn = 50;

export interface RuleBookParts extends Places {
  readonly wishes: () => Wishes;
  readonly save: (wishes: Wishes) => Outcome<void>;
  readonly decisions: Pick<Decisions, 'subjectOf' | 'countsSince' | 'latest'>;
  /** Changes of one's own are told as well, so that rules decide them. */
  readonly tellsOwn: () => boolean;
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

  /** All or none of them. */
  add(drafts: readonly RuleDraft[], about: RuleAbout | null): Outcome<void> {
    const added = this.#made(drafts, about);
    return added ? this.#put(added.map((rule) => withId(rule))) : notFound;
  }

  change(ruleId: string, draft: RuleDraft): Outcome<void> {
    const rules = this.#changed(ruleId, draft);
    return rules ? this.#save(rules) : notFound;
  }

  /** Of new rules, tried before all others; the first of them is what it is about. */
  previewNew(drafts: readonly RuleDraft[], about: RuleAbout | null): Outcome<RulePreview> {
    const added = this.#made(drafts, about)?.map((rule, n) => ({ ...rule, ruleId: `new ${n}` }));
    const [tried] = added ?? [];
    if (!added || !tried) return notFound;
    return this.#preview(tried, [...added, ...this.#parts.wishes().rules]);
  }

  previewChanged(ruleId: string, draft: RuleDraft): Outcome<RulePreview> {
    const rules = this.#changed(ruleId, draft);
    const tried = rules?.find((rule) => rule.ruleId === ruleId);
    return rules && tried ? this.#preview(tried, rules) : notFound;
  }

  remove(ruleId: string): Outcome<void> {
    const { rules } = this.#parts.wishes();
    const left = rules.filter((rule) => rule.ruleId !== ruleId);
    return left.length === rules.length ? notFound : this.#save(left);
  }

  move(ruleId: string, to: 'earlier' | 'later'): Outcome<void> {
    const rules = moved(this.#parts.wishes().rules, (rule) => rule.ruleId === ruleId, to);
    return rules ? this.#save(rules) : notFound;
  }

  /** Lists what the row is about from now on, without telling it. The id of the rule that does. */
  mute(activityId: number, what: MuteWhat, until: MuteUntil): Outcome<string> {
    const subject = this.#parts.decisions.subjectOf(activityId);
    const about = subject && aboutOf(subject, what);
    if (!about) return notFound;
    const end = muteEnd(until, this.#parts.clock.now());
    const rule = withId({ ...everything, ...about, origin: 'mute', until: end });
    const saved = this.#put([rule]);
    return saved.ok ? { ok: true, value: rule.ruleId } : saved;
  }

  /** How many changes of the last seven days each rule has decided. */
  count(): Outcome<Readonly<Record<string, number>>> {
    const { clock, decisions } = this.#parts;
    const counts = decisions.countsSince(clock.now() - weekMs);
    return { ok: true, value: Object.fromEntries(counts) };
  }

  #preview(tried: Rule, rules: readonly Rule[]): Outcome<RulePreview> {
    const { decisions, tellsOwn, clock } = this.#parts;
    const rows = decisions.latest(mostTriedOn, tellsOwn());
    const trial = { ...askedOnce(this.#parts), tried, rules, now: clock.now() };
    return { ok: true, value: previewOf(rows, trial) };
  }

  /** Null: what they would be about is not known. */
  #made(drafts: readonly RuleDraft[], about: RuleAbout | null): Omit<Rule, 'ruleId'>[] | null {
    const subject = about && this.#parts.decisions.subjectOf(about.activityId);
    const within = about && subject ? itemOf(subject, about.what) : null;
    if (about && !within) return null;
    return drafts.map((draft) => ({ ...asRule(draft), origin: 'person', within }));
  }

  /** Null: there is no such rule. */
  #changed(ruleId: string, draft: RuleDraft): Rule[] | null {
    const { rules } = this.#parts.wishes();
    if (!rules.some((rule) => rule.ruleId === ruleId)) return null;
    const next = asRule(draft);
    return rules.map((rule) => (rule.ruleId === ruleId ? { ...rule, ...next } : rule));
  }

  /** What is over is let go; the newest is tried first. */
  #put(added: readonly Rule[]): Outcome<void> {
    const now = this.#parts.clock.now();
    const left = this.#parts
      .wishes()
      .rules.filter((one) => one.origin !== 'mute' || !isOver(one, now));
    const rules = [...added, ...left];
    return rules.length > mostRules ? { ok: false, code: 'too-many-rules' } : this.#save(rules);
  }

  #save(rules: readonly Rule[]): Outcome<void> {
    return this.#parts.save({ ...this.#parts.wishes(), rules: [...rules] });
  }
}

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

function withId(rule: Omit<Rule, 'ruleId'>): Rule {
  return { ...rule, ruleId: randomUUID() };
}

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
