import type { Snapshot } from '../shared/snapshot.ts';
import type { Activity } from './store/activity.ts';

const rowsShown = 5;

/** What the snapshot says of the activity list. */
export class ActivityBrief {
  readonly #activity: Activity;
  #revision = 0;
  #recent: Snapshot['recent'] | null = null;

  constructor(activity: Activity) {
    this.#activity = activity;
  }

  /** The list is another than before. */
  changed(): void {
    this.#revision += 1;
    this.#recent = null;
  }

  view(): Pick<Snapshot, 'unread' | 'recent' | 'activityRevision'> {
    this.#recent ??= this.#activity.page(null, rowsShown);
    return {
      unread: this.#activity.unread(),
      recent: this.#recent,
      activityRevision: this.#revision,
    };
  }
}
