import type { Outcome } from '../../shared/ipc.ts';
import type { DriveChoice, DriveOffer, Reason } from '../../shared/snapshot.ts';
import { type Drive, listDrives } from '../graph/drives.ts';
import type { GraphFailureCode } from '../graph/graph.ts';
import type { Graphs } from '../accounts/graphs.ts';
import { watchIdOf } from '../ids.ts';
import type { Account, WatchedDrive } from '../settings/settings.ts';

type Offered = Drive & { readonly accountId: string };

/** Offers drives, and knows again what was chosen from its last offer. */
export class DrivePicker {
  readonly #graphs: Graphs;
  #offered: readonly Offered[] = [];

  constructor(graphs: Graphs) {
    this.#graphs = graphs;
  }

  /** The drives of all these accounts; fails only when none could be asked. */
  async offer(
    accounts: readonly Account[],
    isWatched: (watchId: string) => boolean,
    signal: AbortSignal,
  ): Promise<Outcome<DriveOffer>> {
    const lists = await Promise.all(
      accounts.map(async (account) => ({
        account,
        list: await listDrives(this.#graphs.of(account), account, signal),
      })),
    );
    const drives: Offered[] = [];
    const unasked: DriveOffer['unasked'][number][] = [];
    for (const { account, list } of lists) {
      const { accountId } = account;
      if (list.ok) drives.push(...list.value.map((drive) => ({ ...drive, accountId })));
      else unasked.push({ accountId, reason: reasonOf(list.code) });
    }
    const [failed] = unasked;
    if (failed && unasked.length === accounts.length) return { ok: false, code: failed.reason };
    this.#offered = drives;
    return {
      ok: true,
      value: { drives: drives.map((drive) => choiceOf(drive, isWatched)), unasked },
    };
  }

  /** Null when a choice is not among what was offered. */
  chosen(
    choices: readonly { readonly accountId: string; readonly driveId: string }[],
  ): readonly WatchedDrive[] | null {
    const drives: WatchedDrive[] = [];
    for (const { accountId, driveId } of choices) {
      const drive = this.#offered.find(
        (one) => one.driveId === driveId && one.accountId === accountId,
      );
      if (!drive) return null;
      const { name, kind, webUrl } = drive;
      drives.push({
        watchId: watchIdOf(accountId, driveId),
        scope: null,
        accountId,
        driveId,
        name,
        kind,
        webUrl,
      });
    }
    return drives;
  }
}

/** A drive as the window offers it. */
function choiceOf(drive: Offered, isWatched: (watchId: string) => boolean): DriveChoice {
  const { driveId, accountId, name, kind, owner } = drive;
  const watched = isWatched(watchIdOf(accountId, driveId));
  return { driveId, accountId, name, kind, owner, watched };
}

function reasonOf(code: GraphFailureCode): Reason {
  if (code === 'not-found') return 'drive-gone';
  return code === 'gone' || code === 'refused' ? 'unexpected-answer' : code;
}
