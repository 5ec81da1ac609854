import type { Clouds } from '../clouds.ts';
import type { Asking, Graph, GraphFailure } from '../graph/graph.ts';
import type { Graphs } from '../accounts/graphs.ts';
import type { Account } from '../settings/settings.ts';
import { type Answered, refusal } from './answers.ts';
import { findFailure } from './find-failure.ts';
import type { Findings } from './findings.ts';

export interface LinkSearchParts {
  readonly graphs: Graphs;
  readonly clouds: Clouds;
  readonly findings: Findings;
  readonly needsSignIn: (account: Account) => boolean;
}

/** A link on its way to what it leads to. */
export interface Looking {
  readonly account: Account;
  readonly graph: Graph;
  readonly link: URL;
  readonly signal: AbortSignal;
  /** The account has to sign in again, whatever it may reach. */
  readonly isSignedOut: () => boolean;
}

export function failedAs(
  failed: GraphFailure,
  { account, isSignedOut }: Looking,
  { reach }: Asking,
): Answered {
  return refusal(findFailure(failed, { account, reach, isSignedOut: isSignedOut() }));
}
