import type { Outcome } from '../../shared/ipc.ts';
import type { DriveChoice, DriveOffer } from '../../shared/finding.ts';
import type { Reason } from '../../shared/snapshot.ts';
import type { Findings } from './findings.ts';
import { suggest, type Suggested } from './suggestions.ts';
import { listDrives } from '../graph/drives.ts';
import type { Graph, GraphFailureCode } from '../graph/graph.ts';
import type { Graphs } from '../accounts/graphs.ts';
import type { Account } from '../settings/settings.ts';
import type { Reach } from '../sign-in/scopes.ts';

export interface DrivePickerParts {
  readonly graphs: Graphs;
  readonly findings: Findings;
  /** Whether an account's tokens reach that far without asking anybody. */
  readonly reaches: (account: Account, reach: Reach) => Promise<boolean>;
}

interface Offering {
  /** Nothing is watched yet: some drives are suggested. */
  readonly isFirst: boolean;
  readonly signal: AbortSignal;
}

/** Offers the drives that Microsoft lists as an account's. */
export class DrivePicker {
  readonly #parts: DrivePickerParts;

  constructor(parts: DrivePickerParts) {
    this.#parts = parts;
  }

  /** The drives of all these accounts; fails only when none could be asked. */
  async offer(accounts: readonly Account[], offering: Offering): Promise<Outcome<DriveOffer>> {
    const lists = await Promise.all(
      accounts.map(async (account) => ({ account, list: await this.#list(account, offering) })),
    );
    const drives: DriveChoice[] = [];
    const unasked: DriveOffer['unasked'][number][] = [];
    for (const { account, list } of lists) {
      const { accountId } = account;
      if (list.ok) drives.push(...this.#choices(accountId, list.value));
      else unasked.push({ accountId, reason: reasonOf(list.code) });
    }
    const [failed] = unasked;
    if (failed && unasked.length === accounts.length) return { ok: false, code: failed.reason };
    return { ok: true, value: { drives, unasked } };
  }

  async #list(account: Account, { isFirst, signal }: Offering) {
    const graph: Graph = this.#parts.graphs.of(account);
    const listed = await listDrives(graph, account, signal);
    if (!listed.ok) return listed;
    if (!isFirst) return { ok: true, value: { drives: listed.value, driveIds: none } } as const;
    const reaches = (reach: Reach): Promise<boolean> => this.#parts.reaches(account, reach);
    const value = await suggest(listed.value, { account, graph, reaches, signal });
    return { ok: true, value } as const;
  }

  #choices(accountId: string, { drives, driveIds }: Suggested): readonly DriveChoice[] {
    const { findings } = this.#parts;
    return drives.map((drive) => {
      const found = findings.addOffer({ accountId, drive, isOthers: false, item: null });
      const suggested = !found.watched && driveIds.has(drive.driveId);
      return { ...found, kind: drive.kind, accountId, suggested };
    });
  }
}

const none: ReadonlySet<string> = new Set();

function reasonOf(code: GraphFailureCode): Reason {
  if (code === 'not-found') return 'drive-gone';
  return code === 'gone' || code === 'refused' ? 'unexpected-answer' : code;
}
