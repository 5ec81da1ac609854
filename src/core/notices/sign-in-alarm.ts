import type { Snapshot } from '../../shared/snapshot.ts';
import type { Notifier } from '../ports.ts';

/** Tells, once for each account that Microsoft wants signed in again; the browser is never opened unasked. */
export class SignInAlarm {
  readonly #notifier: Pick<Notifier, 'askSignIn' | 'close'>;
  readonly #told = new Set<string>();

  constructor(notifier: Pick<Notifier, 'askSignIn' | 'close'>) {
    this.#notifier = notifier;
  }

  /** Call with each new snapshot. While notices are paused, or it is quiet, it waits. */
  look(snapshot: Pick<Snapshot, 'accounts' | 'pausedUntil' | 'quietUntil'>): void {
    const { accounts, pausedUntil, quietUntil } = snapshot;
    const needed = new Map(
      accounts.filter((one) => one.needsSignIn).map((one) => [one.accountId, one.username]),
    );
    for (const accountId of this.#told) {
      if (needed.has(accountId)) continue;
      this.#told.delete(accountId);
      this.#notifier.close(noticeIdOf(accountId));
    }
    if (pausedUntil !== null || quietUntil !== null) return;
    for (const [accountId, username] of needed) {
      if (this.#told.has(accountId)) continue;
      this.#told.add(accountId);
      this.#notifier.askSignIn({ noticeId: noticeIdOf(accountId), username });
    }
  }
}

function noticeIdOf(accountId: string): string {
  return `sign-in-${accountId}`;
}
