import { wire, wireGone } from './scripted-graph.ts';

interface Entry {
  readonly seq: number;
  readonly id: string;
  /** Null: deleted. */
  readonly name: string | null;
  readonly at: number;
  /** When the feed begins to show it. */
  readonly shownAt: number;
}

export type Doing = 'create' | 'rename' | 'delete';

const filesAtFirst = 3;
const recent = 50;

/** A drive at Microsoft: files, and a delta feed that may lag behind them. */
export class FaultDrive {
  readonly driveId: string;
  readonly accountId: string;
  #entries: Entry[] = [];
  #seq = 0;
  #epoch = 1;
  /** No drive at all until then. */
  goneUntil = 0;
  offersPush = true;

  constructor(driveId: string, accountId: string, now: number) {
    this.driveId = driveId;
    this.accountId = accountId;
    for (let made = 0; made < filesAtFirst; made += 1) this.change('create', 0, { now, lagMs: 0 });
  }

  /** The names of the files that are there. */
  get names(): readonly string[] {
    return [...this.#state(Number.POSITIVE_INFINITY)].flatMap(([, name]) => name ?? []);
  }

  /** What happens to one of the files, picked by number; with none left one is made. */
  change(doing: Doing, pick: number, { now, lagMs }: { now: number; lagMs: number }): void {
    const here = [...this.#state(Number.POSITIVE_INFINITY)].filter(([, name]) => name !== null);
    const [id] = here[pick % Math.max(here.length, 1)] ?? [];
    this.#seq += 1;
    const isNew = doing === 'create' || id === undefined;
    const name = doing === 'delete' && !isNew ? null : `${this.driveId} ${this.#seq}.txt`;
    const shownAt = Math.max(this.#entries.at(-1)?.shownAt ?? 0, now + lagMs);
    const changed = isNew ? `${this.driveId}-f${this.#seq}` : id;
    this.#entries.push({ seq: this.#seq, id: changed, name, at: now, shownAt });
    this.#forget();
  }

  /** Every cursor given so far is worth nothing. */
  loseCursors(): void {
    this.#epoch += 1;
  }

  /** What a delta request gets; `cursor` null: everything. Null: the cursor is lost. */
  delta(cursor: string | null, now: number): { items: readonly object[]; cursor: string } | null {
    const [epoch = this.#epoch, from = 0] = (cursor ?? '').split('-').filter(Boolean).map(Number);
    if (epoch !== this.#epoch) return null;
    const shown = this.#entries.filter((entry) => entry.seq > from && entry.shownAt <= now);
    const last = new Map(shown.map((entry) => [entry.id, entry]));
    const items = [...last.values()].flatMap((entry) => {
      if (entry.name === null) return cursor === null ? [] : [wireGone(entry.id)];
      const at = new Date(entry.at).toISOString();
      const parts = { name: entry.name, eTag: `${entry.id},${entry.seq}` };
      return [wire(entry.id, { ...parts, createdDateTime: at, lastModifiedDateTime: at })];
    });
    return { items, cursor: `${epoch}-${shown.at(-1)?.seq ?? from}` };
  }

  #state(now: number): ReadonlyMap<string, string | null> {
    return new Map(this.#entries.filter((e) => e.shownAt <= now).map((e) => [e.id, e.name]));
  }

  /** What nobody could see any more: long runs must stay small. */
  #forget(): void {
    const old = this.#entries.slice(0, -recent);
    if (old.length < recent) return;
    const last = new Map(old.map((entry) => [entry.id, entry.seq]));
    const kept = old.filter((entry) => last.get(entry.id) === entry.seq);
    this.#entries = [...kept, ...this.#entries.slice(-recent)];
  }
}
