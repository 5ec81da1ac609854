import type { DriveChoice } from '../shared/snapshot.ts';
import { type Drive, listDrives } from './graph/drives.ts';
import { Graph, type GraphFailure, type GraphParts } from './graph/graph.ts';
import { readMe } from './graph/me.ts';
import { accountIdOf, watchIdOf } from './ids.ts';
import type { Account } from './settings.ts';
import type { Reach } from './sign-in/scopes.ts';
import type { SignedIn } from './sign-in/sign-in.ts';
import type { TokenSource } from './sign-in/token-source.ts';

const consumerTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';

export type Listed =
  | { readonly ok: true; readonly value: readonly (Drive & { readonly accountId: string })[] }
  | GraphFailure;

/** The way to Graph of each account, one apiece: throttling is per account. */
export class Accounts {
  readonly #graphs = new Map<string, Graph>();
  readonly #parts: Omit<GraphParts, 'tokens'>;
  readonly #tokens: (homeAccountId: string) => TokenSource;

  constructor(parts: Omit<GraphParts, 'tokens'>, tokens: (homeAccountId: string) => TokenSource) {
    this.#parts = parts;
    this.#tokens = tokens;
  }

  graph(homeAccountId: string): Graph {
    const known = this.#graphs.get(homeAccountId);
    if (known) return known;
    const graph = new Graph({ ...this.#parts, tokens: this.#tokens(homeAccountId) });
    this.#graphs.set(homeAccountId, graph);
    return graph;
  }

  /** Everything to be kept of someone who has just signed in. */
  async meet(
    person: SignedIn,
    reach: Reach,
    signal: AbortSignal,
  ): Promise<{ readonly ok: true; readonly account: Account } | GraphFailure> {
    const me = await readMe(this.graph(person.homeAccountId), signal);
    if (!me.ok) return me;
    return {
      ok: true,
      account: {
        accountId: accountIdOf(person.homeAccountId),
        homeAccountId: person.homeAccountId,
        username: person.username || (me.value.emails[0] ?? ''),
        name: me.value.name ?? person.name,
        kind: person.tenantId === consumerTenant ? 'personal' : 'work',
        userId: me.value.userId,
        reach,
        emails: [...new Set([person.username, ...me.value.emails])].filter((email) => email !== ''),
      },
    };
  }

  /** The drives of all these accounts; fails only when none could be asked. */
  async listDrives(accounts: readonly Account[], signal: AbortSignal): Promise<Listed> {
    const lists = await Promise.all(
      accounts.map(async (account) => {
        const list = await listDrives(this.graph(account.homeAccountId), account, signal);
        if (!list.ok) return list;
        const { accountId } = account;
        return {
          ok: true,
          value: list.value.map((drive) => withAccount(drive, accountId)),
        } as const;
      }),
    );
    const failed = lists.find((list) => !list.ok);
    const listed = lists.filter((list) => list.ok);
    if (listed.length === 0 && failed) return failed;
    return { ok: true, value: listed.flatMap((list) => list.value) };
  }
}

function withAccount(drive: Drive, accountId: string): Drive & { readonly accountId: string } {
  return { ...drive, accountId };
}

/** A drive as the window offers it. */
export function choiceOf(
  drive: Drive & { readonly accountId: string },
  isWatched: (watchId: string) => boolean,
): DriveChoice {
  const { driveId, accountId, name, kind, owner } = drive;
  return {
    driveId,
    accountId,
    name,
    kind,
    owner,
    watched: isWatched(watchIdOf(accountId, driveId)),
  };
}
