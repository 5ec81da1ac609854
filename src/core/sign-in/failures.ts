import type { SignInFailure } from '../../shared/snapshot.ts';
import type { TokenFailureCode } from './token-source.ts';
import { TokensLocked } from './vault.ts';

interface MsalError {
  readonly name: string;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly status: number | undefined;
}

function readError(thrown: unknown): MsalError {
  const fields = fieldsOf(thrown);
  const text = (key: string): string => (typeof fields[key] === 'string' ? fields[key] : '');
  return {
    name: text('name'),
    errorCode: text('errorCode'),
    errorMessage: text('errorMessage'),
    status: typeof fields['status'] === 'number' ? fields['status'] : undefined,
  };
}

function fieldsOf(thrown: unknown): Readonly<Record<string, unknown>> {
  return thrown instanceof Error ? (thrown as Error & Record<string, unknown>) : {};
}

/** What a failed silent request means. Only Entra's own word ends a sign-in; no network never does. */
export function tokenFailure(thrown: unknown): TokenFailureCode {
  if (thrown instanceof TokensLocked) return 'keys-locked';
  const error = readError(thrown);
  const isUnknownApp = /AADSTS700016\b/.test(error.errorMessage);
  if (!isUnknownApp && isForPerson(error)) return 'signed-out';
  if (registrationFailure(error)) return 'client-id-wrong';
  if (error.errorCode === 'not_json') return 'not-json';
  return isUnreached(error) ? 'no-network' : 'microsoft-down';
}

function isForPerson({ name, errorCode }: MsalError): boolean {
  return name === 'InteractionRequiredAuthError' || wantsPerson.has(errorCode);
}

const wantsPerson = new Set(['invalid_grant', 'consent_required', 'no_account_in_silent_request']);

/** How long Entra asked to be left alone, in ms. */
export function waitWanted(thrown: unknown): number | null {
  const { retryAfterMs } = fieldsOf(thrown);
  return typeof retryAfterMs === 'number' ? retryAfterMs : null;
}

/** What Entra wants the next sign-in to ask for, as JSON text. */
export function claimsWanted(thrown: unknown): string | null {
  const { claims } = fieldsOf(thrown);
  return typeof claims === 'string' && claims.startsWith('{') ? claims : null;
}

const interactiveCodes: ReadonlyMap<string, SignInFailure> = new Map([
  ['user_cancelled', 'cancelled'],
  ['user_timed_out', 'timed-out'],
  ['browser_did_not_open', 'browser-did-not-open'],
  ['access_denied', 'declined'],
  ['authorization_declined', 'declined'],
  ['expired_token', 'code-expired'],
  ['device_code_expired', 'code-expired'],
  ['bad_verification_code', 'code-expired'],
  ['code_refused', 'code-refused'],
  ['consent_required', 'needs-administrator'],
  ['not_json', 'not-json'],
  ['busy', 'microsoft-down'],
  ['temporarily_unavailable', 'microsoft-down'],
]);

/** What a failed sign-in means. */
export function signInFailure(thrown: unknown): SignInFailure {
  if (thrown instanceof TokensLocked) return 'keys-locked';
  const error = readError(thrown);
  // Nothing but its number tells a person's "no" from an organization that lets nobody say yes.
  if (/AADSTS(90094|90093|900941)\b/.test(error.errorMessage)) return 'needs-administrator';
  const registration = registrationFailure(error);
  if (registration) return registration;
  const known = interactiveCodes.get(error.errorCode);
  if (known) return known;
  if (isUnreached(error)) return 'no-network';
  return error.status !== undefined && error.status >= 500 ? 'microsoft-down' : 'unexpected-answer';
}

/** What is wrong with the app registration itself. */
function registrationFailure({ errorCode, errorMessage }: MsalError): SignInFailure | null {
  if (
    /AADSTS(50194|50020|90072|9002346)\b|not enabled for consumers|userAudience/.test(errorMessage)
  ) {
    return 'client-audience-wrong';
  }
  if (/AADSTS(7000218|70002)\b/.test(errorMessage)) return 'client-not-public';
  const isUnknown =
    errorCode === 'unauthorized_client' ||
    errorCode === 'invalid_client' ||
    /AADSTS700016\b/.test(errorMessage);
  return isUnknown ? 'client-id-wrong' : null;
}

function isUnreached(error: MsalError): boolean {
  if (error.errorCode === 'network_error' || error.errorCode === 'unreached') return true;
  return error.name === 'TimeoutError' || error.name === 'NetworkError';
}
