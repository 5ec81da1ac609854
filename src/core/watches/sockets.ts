import type { Reason } from '../../shared/snapshot.ts';

/** A watched drive, as far as sockets are concerned. */
export interface Holder {
  readonly watchId: string;
  readonly accountId: string;
  /** Not while something else wakes it first. */
  readonly needsOne: boolean;
  readonly isLive: boolean;
  /** By the steady clock. */
  readonly lastFoundAt: number;
  /** Its account is asked by Microsoft to do as little as it can. */
  readonly isSlowest: boolean;
}

/** Which drives may hold a socket: the first ones that need one, up to the limit. */
export class Sockets {
  readonly #holders: () => readonly Holder[];
  readonly #most: () => number;

  /** `holders`: in the order in which they began. */
  constructor(holders: () => readonly Holder[], most: () => number) {
    this.#holders = holders;
    this.#most = most;
  }

  /** Why a drive may hold none; null: it may. */
  barred(watchId: string): Reason | null {
    const allowed = this.#holders()
      .filter((one) => one.needsOne)
      .slice(0, this.#most());
    const holder = allowed.find((one) => one.watchId === watchId);
    if (!holder) return 'too-many-drives';
    if (!holder.isSlowest) return null;
    // Sockets cost requests as well: one for each account is what even large tenants can bear.
    const ofAccount = allowed.filter((one) => one.accountId === holder.accountId);
    return holder === latest(ofAccount) ? null : 'too-many-drives';
  }

  othersAreLive(watchId: string): boolean {
    return this.#holders().some((one) => one.isLive && one.watchId !== watchId);
  }
}

function latest(holders: readonly Holder[]): Holder | undefined {
  return holders.toSorted((one, other) => other.lastFoundAt - one.lastFoundAt)[0];
}
