import type { Asking, Graph } from '../graph/graph.ts';
import {
  activitiesLink,
  type ItemActivities,
  plainActivitiesLink,
  type Reach,
  readItemActivities,
} from '../graph/item-activities.ts';
import type { Hosts } from '../hosts.ts';
import type { Log } from '../ports.ts';

const restMs = 60 * 60_000;

export interface ActivityFeedParts {
  readonly graph: Graph;
  readonly hosts: Hosts;
  readonly driveId: string;
  /** Personal accounts have no such feed. */
  readonly isWork: boolean;
  readonly log: Log;
}

/** What Microsoft tells of who did what in one drive, if it does: a beta, and nobody hears of it when it fails. */
export class ActivityFeed {
  readonly #parts: ActivityFeedParts;
  #restsUntil = Number.NEGATIVE_INFINITY;
  #plainUntil = Number.NEGATIVE_INFINITY;

  constructor(parts: ActivityFeedParts) {
    this.#parts = parts;
  }

  /** Whether asking is worth a try. */
  get isOffered(): boolean {
    const { graph, isWork } = this.#parts;
    const isBusy = graph.isQuiet || graph.pace.factor > 1;
    return isWork && !isBusy && performance.now() >= this.#restsUntil;
  }

  /** As far as is known: not every tenant hands out which items it tells of. */
  get givesItems(): boolean {
    return performance.now() >= this.#plainUntil;
  }

  /** What was done of late. A feed that is not offered rests for an hour. */
  async read(reach: Reach, asking: Asking): Promise<ItemActivities> {
    const answer = await this.#ask(reach, asking);
    if (!answer.ok && answer.code !== 'unreached' && !asking.signal.aborted) {
      this.#restsUntil = performance.now() + restMs;
      this.#parts.log.info('activities-not-offered', { why: answer.code });
    }
    return answer;
  }

  /** With the items, unless this tenant will not have it. */
  async #ask(reach: Reach, asking: Asking): Promise<ItemActivities> {
    const { graph, hosts, driveId } = this.#parts;
    if (this.givesItems) {
      const answer = await readItemActivities(graph, activitiesLink(hosts, driveId), reach, asking);
      if (answer.ok || answer.code !== 'refused' || asking.signal.aborted) return answer;
    }
    const plain = plainActivitiesLink(hosts, driveId);
    const answer = await readItemActivities(graph, plain, reach, asking);
    // A refusal may have been of the moment alone.
    if (answer.ok && this.givesItems) this.#plainUntil = performance.now() + restMs;
    return answer;
  }
}
