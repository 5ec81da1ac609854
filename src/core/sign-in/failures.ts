import type { SignInFailure } from '../../shared/snapshot.ts';
import { UnexpectedAnswer } from './msal-network.ts';
import { TokensLocked } from './token-cache.ts';
import type { TokenFailureCode } from './token-source.ts';

interface MsalError {
  readonly name: string;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly subError: string;
  readonly status: number | undefined;
}

function readError(thrown: unknown): MsalError {
  const fields = (thrown instanceof Error ? thrown : {}) as Partial<
    Record<keyof MsalError, unknown>
  >;
  const text = (key: keyof MsalError): string =>
    typeof fields[key] === 'string' ? fields[key] : '';
  return {
    name: text('name'),
    errorCode: text('errorCode'),
    errorMessage: text('errorMessage'),
    subError: text('subError'),
    status: typeof fields.status === 'number' ? fields.status : undefined,
  };
}

/** What a failed silent request means. Only Entra's own word ends a sign-in; no network never does. */
export function tokenFailure(thrown: unknown): TokenFailureCode {
  if (thrown instanceof TokensLocked) return 'keys-locked';
  const error = readError(thrown);
  if (isClientIdWrong(error)) return 'client-id-wrong';
  if (error.name === 'InteractionRequiredAuthError' || error.errorCode === 'invalid_grant') {
    return 'signed-out';
  }
  if (error.errorCode === 'no_account_in_silent_request') return 'signed-out';
  if (isUnreached(thrown, error)) return 'no-network';
  return 'microsoft-down';
}

const interactiveCodes: Readonly<Record<string, SignInFailure>> = {
  user_cancelled: 'cancelled',
  user_timed_out: 'timed-out',
  browser_did_not_open: 'browser-did-not-open',
  access_denied: 'declined',
  consent_required: 'needs-administrator',
};

/** What a failed sign-in in the browser means. */
export function signInFailure(thrown: unknown): SignInFailure {
  if (thrown instanceof TokensLocked) return 'keys-locked';
  const error = readError(thrown);
  if (/AADSTS(90094|90093|900941)\b/.test(error.errorMessage)) return 'needs-administrator';
  if (isClientIdWrong(error)) return 'client-id-wrong';
  const known = interactiveCodes[error.errorCode];
  if (known) return known;
  if (thrown instanceof UnexpectedAnswer) return 'unexpected-answer';
  if (isUnreached(thrown, error)) return 'no-network';
  return error.status !== undefined && error.status >= 500 ? 'microsoft-down' : 'unexpected-answer';
}

function isClientIdWrong(error: MsalError): boolean {
  return (
    error.errorCode === 'unauthorized_client' ||
    error.errorCode === 'invalid_client' ||
    /AADSTS(700016|7000218|50194)\b/.test(error.errorMessage)
  );
}

function isUnreached(thrown: unknown, error: MsalError): boolean {
  if (error.errorCode === 'network_error') return true;
  return (
    thrown instanceof TypeError || error.name === 'TimeoutError' || error.name === 'NetworkError'
  );
}
