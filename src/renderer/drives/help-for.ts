import type { CloudId, Snapshot, WatchedDriveView } from '../../shared/snapshot.ts';

/** What somebody can do about a drive that is not live; null: nothing but wait. */
export type Help = 'signIn' | 'askAdministrator' | 'tryNow' | 'open' | 'stop' | 'changeClientId';

export function helpFor(
  { accountId, liveness: { state, reason } }: Pick<WatchedDriveView, 'accountId' | 'liveness'>,
  cloud: CloudId,
  { signIn, clientIds }: Pick<Snapshot, 'signIn' | 'clientIds'>,
): Help | null {
  if (state === 'sign-in-needed' || reason === 'signed-out') {
    const isRefused = signIn.state === 'failed' && signIn.failure === 'needs-administrator';
    return isRefused && signIn.asked.accountId === accountId ? 'askAdministrator' : 'signIn';
  }
  // Asking again is what Microsoft does not want.
  if (reason === 'throttled') return null;
  // The drive's own page is where access can be asked for.
  if (reason === 'no-access') return 'open';
  if (reason === 'drive-gone') return 'stop';
  // Others are nobody's to change here.
  const isTypedIn = clientIds[cloud].source === 'settings';
  return reason === 'client-id-wrong' && isTypedIn ? 'changeClientId' : 'tryNow';
}
