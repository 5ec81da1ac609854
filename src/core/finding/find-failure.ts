import type { FailureCode } from '../../shared/ipc.ts';
import type { GraphFailure } from '../graph/graph.ts';
import type { Account } from '../settings/settings.ts';
import type { Reach } from '../sign-in/scopes.ts';

interface Asked {
  readonly account: Pick<Account, 'kind'>;
  /** What was asked for beyond what is watched. */
  readonly reach: Reach | undefined;
  /** The account has to sign in again, whatever it may reach. */
  readonly isSignedOut: boolean;
}

/** Why nothing could be found, for whoever looked. */
export function findFailure({ code, graphCode }: GraphFailure, asked: Asked): FailureCode {
  if (graphCode === 'notSupported' && asked.account.kind === 'personal') return 'not-for-personal';
  if (code === 'signed-out') return asked.isSignedOut ? code : (needs(asked.reach) ?? code);
  if (code === 'no-access') return 'may-not-see';
  return code === 'gone' || code === 'refused' ? 'unexpected-answer' : code;
}

function needs(reach: Reach | undefined): FailureCode | null {
  if (reach === 'sites') return 'needs-sites';
  return reach === 'shared' ? 'needs-shared' : null;
}
