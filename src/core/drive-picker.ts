import type { FailureCode, Outcome } from '../shared/ipc.ts';
import type { DriveChoice } from '../shared/snapshot.ts';
import { type Accounts, choiceOf, type Listed } from './accounts.ts';
import type { GraphFailureCode } from './graph/graph.ts';
import { watchIdOf } from './ids.ts';
import type { Account, WatchedDrive } from './settings.ts';

type Offered = Extract<Listed, { ok: true }>['value'];

/** Offers drives, and knows again what was chosen from its last offer. */
export class DrivePicker {
  readonly #accounts: Accounts;
  #offered: Offered = [];

  constructor(accounts: Accounts) {
    this.#accounts = accounts;
  }

  async offer(
    accounts: readonly Account[],
    isWatched: (watchId: string) => boolean,
    signal: AbortSignal,
  ): Promise<Outcome<readonly DriveChoice[]>> {
    const listed = await this.#accounts.listDrives(accounts, signal);
    if (!listed.ok) return { ok: false, code: failureOf(listed.code) };
    this.#offered = listed.value;
    return { ok: true, value: listed.value.map((drive) => choiceOf(drive, isWatched)) };
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

function failureOf(code: GraphFailureCode): FailureCode {
  return code === 'gone' || code === 'refused' ? 'unexpected-answer' : code;
}
