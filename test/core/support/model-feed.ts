import { failure, type Asking, type GraphAnswer } from '../../../src/core/graph/graph.ts';
import type { Clock } from '../../../src/core/ports.ts';
import type { Chance } from './model-chance.ts';
import { type ModelDrive, type ModelItem, rootId } from './model-drive.ts';
import {
  changedPages,
  entryOf,
  type Manners,
  stateAt,
  wholePages,
  withAncestors,
} from './model-runs.ts';
import { type ContentKey, type Entry, wireEntry, wireItem, wireRoot } from './model-wire.ts';
import { answerOf, pageOf, ScriptedGraph } from './scripted-graph.ts';

export const feedFaults = [
  'no-network',
  'throttled',
  'microsoft-down',
  'not-json',
  'unexpected-answer',
  'not-found',
  'no-access',
  'gone-once',
  'cannot-snapshot',
  'invalid-once',
  'no-link',
  'foreign-link',
  'loop',
  'lost',
  'lost-apply',
  'lost-upload',
  'lost-unknown',
  'lost-invalid',
] as const;
export type FeedFault = (typeof feedFaults)[number];

const failures: Partial<Record<FeedFault, GraphAnswer>> = {
  'no-network': failure('no-network'),
  throttled: failure('throttled', 1000),
  'microsoft-down': failure('microsoft-down'),
  'not-json': failure('not-json'),
  'unexpected-answer': failure('unexpected-answer'),
  'not-found': failure('not-found', null, 'itemNotFound'),
  'no-access': failure('no-access', null, 'accessDenied'),
  'gone-once': failure('gone', null, 'resyncRequired'),
  'cannot-snapshot': failure('gone', null, 'cannotSnapshotTree'),
  'invalid-once': failure('refused', null, 'invalidRequest'),
};

/** What every cursor gets that was given before it was lost. */
const losses: Partial<Record<FeedFault, GraphAnswer>> = {
  lost: failure('gone', null, 'resyncRequired'),
  'lost-apply': failure('gone', null, 'resyncChangesApplyDifferences'),
  'lost-upload': failure('gone', null, 'resyncChangesUploadDifferences'),
  'lost-unknown': failure('gone'),
  'lost-invalid': failure('refused', null, 'invalidRequest'),
};

interface Run {
  readonly pages: readonly (readonly Entry[])[];
  readonly to: number;
  readonly beganAt: number;
  readonly isWhole: boolean;
}

type Token = { readonly epoch: number } & (
  | { readonly of: 'cursor'; readonly to: number; readonly beganAt: number }
  | { readonly of: 'page'; readonly run: Run; readonly index: number }
  | { readonly of: 'names'; readonly after: string }
);

/** What a reading was given last. */
export interface Served {
  readonly run: Run;
  readonly index: number;
  readonly link: string;
  readonly isLast: boolean;
}

export interface FeedParts {
  readonly drive: ModelDrive;
  readonly manners: Manners;
  readonly contentKey: ContentKey;
  readonly chance: Chance;
  readonly clock: Clock;
  /** Before an answer is made. */
  readonly onRequest: () => void;
}

/** The delta feed of a model drive, with all that is odd about real ones. */
export class ModelFeed extends ScriptedGraph {
  /** By number of request, from now on. */
  faults = new Map<number, FeedFault>();
  /** How far the feed is behind. */
  lagMs = 0;
  /** How many pages of names are given before the network fails. */
  namesLeft = 0;
  served: Served | null = null;
  /** Folders that were asked for by their ids since. */
  lookedUp: readonly ModelItem[] = [];
  readonly #parts: FeedParts;
  readonly #tokens = new Map<string, Token>();
  #epoch = 1;
  #loss: GraphAnswer = failure('gone');
  #shown = 0;
  #askedAt = 0;

  constructor(parts: FeedParts) {
    super(() => failure('not-found'), parts.clock);
    this.#parts = parts;
  }

  override async get(target: string, { urgency, onLeave }: Asking): Promise<GraphAnswer> {
    this.#askedAt = this.#parts.drive.now;
    this.#parts.onRequest();
    onLeave?.();
    await Promise.resolve();
    const isNames = urgency === 'upkeep';
    if (isNames && this.namesLeft-- <= 0) return failure('no-network');
    if (target.includes('/items/')) return this.#item(target);
    const [first] = this.faults.keys();
    const fault = first === 0 ? this.faults.get(0) : undefined;
    this.faults = new Map(
      [...this.faults].flatMap(([at, one]) => (at > 0 ? [[at - 1, one] as const] : [])),
    );
    if (fault && fault in losses) this.#lose(losses[fault] ?? this.#loss);
    const failed = fault && failures[fault];
    if (failed) return failed;
    return isNames ? this.#names(target) : this.#delta(target, fault);
  }

  /** What a cursor has seen, and since when another reading looks; null: it is none. */
  cursor(link: string | null): { readonly to: number; readonly beganAt: number } | null {
    const token = link === null ? undefined : this.#tokens.get(link);
    return token?.of === 'cursor' ? token : null;
  }

  #lose(loss: GraphAnswer): void {
    this.#loss = loss;
    this.#epoch += 1;
  }

  #item(target: string): GraphAnswer {
    const id = /\/items\/([^?]+)\?/.exec(target)?.[1] ?? '';
    if (id === rootId) return answerOf(wireRoot);
    const item = stateAt(this.#parts.drive, this.#shown).get(id);
    if (!item) return failure('not-found', null, 'itemNotFound');
    this.lookedUp = [...this.lookedUp, item];
    return answerOf(wireItem(item, this.#parts.contentKey));
  }

  #delta(target: string, fault: FeedFault | undefined): GraphAnswer {
    this.served = null;
    this.lookedUp = [];
    if (target.includes('token=latest')) {
      const link = this.#link({ of: 'cursor', to: this.#visible(), beganAt: this.#askedAt });
      return pageOf([wireRoot], { delta: link });
    }
    const isWhole = target.startsWith('/');
    const token = isWhole ? null : this.#tokens.get(target);
    if (token === undefined) return failure('refused', null, 'invalidRequest');
    if (token && token.epoch !== this.#epoch) return this.#loss;
    if (token?.of === 'page') return this.#page(token.run, token.index, fault);
    if (token?.of === 'names') return failure('refused', null, 'invalidRequest');
    const to = this.#visible();
    const { drive, manners, chance } = this.#parts;
    const pages =
      token === null
        ? wholePages(drive, to, manners, chance)
        : changedPages(drive, { from: token.to, to }, manners, chance);
    // A feed with nothing new gives the same link, or another one.
    const run = { pages, to, beganAt: this.#askedAt, isWhole };
    if (token && to === token.to && pages.flat().length === 0 && chance.is(50)) {
      this.served = { run, index: 0, link: target, isLast: true };
      return pageOf([], { delta: target });
    }
    return this.#page(run, 0, fault);
  }

  #page(run: Run, index: number, fault: FeedFault | undefined): GraphAnswer {
    const { contentKey, chance } = this.#parts;
    const value = (run.pages[index] ?? []).map((entry) => wireEntry(entry, contentKey));
    if (chance.is(80)) value.unshift(wireRoot);
    if (fault === 'no-link') return pageOf(value, null);
    if (fault === 'foreign-link') return pageOf(value, { next: 'https://foreign.example/' });
    const isLast = index + 1 >= run.pages.length && fault !== 'loop';
    const next = fault === 'loop' ? chance.below(index + 1) : index + 1;
    const link = isLast
      ? this.#link({ of: 'cursor', to: run.to, beganAt: run.beganAt })
      : this.#pageLink(run, next);
    this.served = { run, index, link, isLast };
    return pageOf(value, isLast ? { delta: link } : { next: link });
  }

  /** What the drive holds now, by id: pages that are asked for over a long time. */
  #names(target: string): GraphAnswer {
    const { drive, contentKey, chance, manners } = this.#parts;
    const token = target.startsWith('/') ? null : this.#tokens.get(target);
    if (token === undefined) return failure('refused', null, 'invalidRequest');
    if (token && token.epoch !== this.#epoch) return this.#loss;
    const after = token?.of === 'names' ? token.after : '';
    const to = this.#visible();
    const items = [...stateAt(drive, to).values()]
      .filter((item) => item.id > after)
      .toSorted((one, other) => (one.id < other.id ? -1 : 1));
    const page = items.slice(0, chance.below(manners.mostPerPage + 1));
    const entries = page.map((item) => entryOf(item));
    const listed = withAncestors(entries, stateAt(drive, to), chance);
    const value = listed.map((entry) => wireEntry(entry, contentKey));
    if (page.length === items.length)
      return pageOf(value, { delta: this.#link({ of: 'cursor', to, beganAt: this.#askedAt }) });
    const link = this.#link({ of: 'names', after: page.at(-1)?.id ?? after });
    return pageOf(value, { next: link });
  }

  /** What the feed shows by now; what it has shown it goes on showing. */
  #visible(): number {
    const { moments, now } = this.#parts.drive;
    const shown = moments.findLastIndex((moment) => moment.at <= now - this.lagMs);
    this.#shown = Math.max(this.#shown, shown);
    return this.#shown;
  }

  #pageLink(run: Run, index: number): string {
    for (const [link, token] of this.#tokens) {
      const isIt = token.of === 'page' && token.run === run && token.index === index;
      if (isIt && token.epoch === this.#epoch) return link;
    }
    return this.#link({ of: 'page', run, index });
  }

  #link(token: DistributiveOmit<Token, 'epoch'>): string {
    const link = `https://graph.microsoft.com/v1.0/drives/d/root/delta?token=${this.#tokens.size}`;
    this.#tokens.set(link, { ...token, epoch: this.#epoch });
    return link;
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
