import type { SignInFailure, SignInView, Snapshot } from '../../shared/snapshot.ts';

type Failed = Extract<SignInView, { state: 'failed' }>;

/** What another client ID may mend. */
const mended: ReadonlySet<SignInFailure> = new Set([
  'client-id-wrong',
  'client-id-malformed',
  'client-audience-wrong',
  'client-not-public',
]);

/** What is wrong with the client ID itself. */
const mistyped: ReadonlySet<SignInFailure> = new Set(['client-id-wrong', 'client-id-malformed']);

/** Whether a sign-in may have failed for a client ID that can be changed here. */
export function mayBeClientId({ asked, failure }: Failed, clientIds: Snapshot['clientIds']) {
  return mended.has(failure) && clientIds[asked.cloud].source === 'settings';
}

/** The client ID a sign-in failed for, where it was given from outside and is seen nowhere else. */
export function givenClientId(signIn: SignInView, clientIds: Snapshot['clientIds']) {
  if (signIn.state !== 'failed' || !mistyped.has(signIn.failure)) return null;
  const { source, value } = clientIds[signIn.asked.cloud];
  return source === 'environment' ? value : null;
}
