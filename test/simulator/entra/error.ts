import { randomUUID } from 'node:crypto';
import { type Answer, html, json } from '../http/answer.ts';
import { escapeHtml, page } from './page.ts';

/** A refusal as Entra words it: `error` decides, the number is for people (sheet 6.1). */
export interface EntraError {
  readonly error: string;
  /** Null: said without an AADSTS number. */
  readonly code: number | null;
  readonly message: string;
  readonly suberror?: string;
  readonly claims?: string;
}

const consumersText =
  'The client does not exist or is not enabled for consumers. If you are the application developer, configure a new application through the App Registrations in the Azure Portal at https://go.microsoft.com/fwlink/?linkid=2083908.';

export const entraErrors = {
  unknownClient: (clientId: string, tenant: string): EntraError => ({
    error: 'unauthorized_client',
    code: 700_016,
    message: `Application with identifier '${clientId}' was not found in the directory '${tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
  }),
  // The words of the five below were seen in issues: react-microsoft-login#73, rclone#8895,
  // vscode#263969, onedrive-api#3, onedrive-fuse#3.
  singleTenant: (clientId: string): EntraError => ({
    error: 'invalid_request',
    code: 50_194,
    message: `Application '${clientId}' is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such applications created after '10/15/2018'. Use a tenant-specific endpoint or configure the application to be multi-tenant.`,
  }),
  notForConsumers: (): EntraError => ({
    error: 'unauthorized_client',
    code: null,
    message: consumersText,
  }),
  notForConsumersToken: (): EntraError => ({
    error: 'invalid_client',
    code: 70_002,
    message: consumersText,
  }),
  consumersOnly: (clientId: string): EntraError => ({
    error: 'invalid_request',
    code: 9_002_346,
    message: `Application '${clientId}' is configured for use by Microsoft Account users only. Please use the /consumers endpoint to serve this request.`,
  }),
  audienceNotAll: (): EntraError => ({
    error: 'invalid_request',
    code: null,
    message:
      "The request is not valid for the application's 'userAudience' configuration. In order to use /common/ endpoint, the application must not be configured with 'Consumer' as the user audience. The userAudience should be configured with 'All' to use /common/ endpoint.",
  }),
  /** “Allow public client flows” is off (sheet 6.4). */
  notPublic: (): EntraError => ({
    error: 'invalid_client',
    code: 7_000_218,
    message:
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  }),
  claimsMalformed: (): EntraError => ({
    error: 'invalid_request',
    code: 90_100,
    message: 'claims parameter is not valid.',
  }),
  noAdministrator: (): EntraError => ({
    error: 'invalid_request',
    code: null,
    message: 'Personal accounts cannot provide admin consent.',
  }),
  adminDeclined: (): EntraError => ({
    error: 'consent_required',
    code: 65_004,
    message: 'The resource owner or authorization server denied the request.',
  }),
  unknownTenant: (tenant: string): EntraError => ({
    error: 'invalid_request',
    code: 90_002,
    message: `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
  }),
  redirectNotRegistered: (redirectUri: string, clientId: string): EntraError => ({
    error: 'invalid_request',
    code: 50_011,
    message: `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${clientId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal.`,
  }),
  missing: (parameter: string): EntraError => ({
    error: 'invalid_request',
    code: 900_144,
    message: `The request body must contain the following parameter: '${parameter}'.`,
  }),
  responseMode: (mode: string): EntraError => ({
    error: 'invalid_request',
    code: 70_007,
    message: `'${mode}' is not supported as value of 'response_mode' when requesting a code.`,
  }),
  responseType: (type: string): EntraError => ({
    error: 'unsupported_response_type',
    code: 700_054,
    message: `response_type '${type}' is not enabled for the application.`,
  }),
  grantType: (type: string): EntraError => ({
    error: 'unsupported_grant_type',
    code: 70_003,
    message: `The app requested an unsupported grant type '${type}'.`,
  }),
  challenge: (): EntraError => ({
    error: 'invalid_request',
    code: 9_002_325,
    message: 'Proof Key for Code Exchange with the method S256 is required.',
  }),
  verifier: (): EntraError => ({
    error: 'invalid_grant',
    code: 501_481,
    message:
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  }),
  codeUnknown: (): EntraError => ({
    error: 'invalid_grant',
    code: 70_000,
    message:
      "The provided value for the 'code' parameter is not valid. The code has not been issued, or for another client.",
  }),
  codeRedeemed: (): EntraError => ({
    error: 'invalid_grant',
    code: 54_005,
    message:
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  }),
  codeExpired: (): EntraError => ({
    error: 'invalid_grant',
    code: 70_008,
    message:
      'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
  }),
  redirectDiffers: (): EntraError => ({
    error: 'invalid_grant',
    code: 500_112,
    message:
      'The reply address does not match the reply address provided when requesting the authorization code.',
  }),
  cancelled: (): EntraError => ({
    error: 'access_denied',
    code: 65_004,
    message: 'User declined to consent to access the app.',
  }),
  needsAdministrator: (): EntraError => ({
    error: 'access_denied',
    code: 90_094,
    message: 'The grant requires administrator permissions.',
  }),
  loginRequired: (): EntraError => ({
    error: 'login_required',
    code: 50_058,
    message: 'A silent sign-in request was sent but no user is signed in.',
  }),
  consentRequired: (clientId: string): EntraError => ({
    error: 'invalid_grant',
    code: 65_001,
    suberror: 'consent_required',
    message: `The user or administrator has not consented to use the application with ID '${clientId}'. Send an interactive authorization request for this user and resource.`,
  }),
} as const;

/** The reasons a refresh token can be refused with, as the sheets' tables name them. */
export const refreshRefusals = {
  bad_token: {
    error: 'invalid_grant',
    code: 70_000,
    suberror: 'bad_token',
    message: 'The provided grant is invalid or malformed.',
  },
  expired: {
    error: 'invalid_grant',
    code: 700_082,
    message:
      'The refresh token has expired due to inactivity. The token was inactive for 90.00:00:00.',
  },
  revoked: {
    error: 'invalid_grant',
    code: 50_173,
    message:
      'The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.',
  },
  interaction_required: {
    error: 'interaction_required',
    code: 50_076,
    suberror: 'basic_action',
    message:
      'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication.',
  },
} as const satisfies Record<string, EntraError>;

export type RefreshRefusal = keyof typeof refreshRefusals;

export function describe({ code, message }: EntraError): string {
  return code === null ? message : `AADSTS${code}: ${message}`;
}

/** The token endpoint's body (sheet 6.3). */
export function errorAnswer(refusal: EntraError): Answer {
  // As RFC 6749 5.2 has it.
  const status = refusal.error === 'invalid_client' ? 401 : 400;
  const [traceId, correlationId] = [randomUUID(), randomUUID()];
  const timestamp = new Date()
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z/, 'Z');
  const ids = `Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`;
  return json(status, {
    error: refusal.error,
    error_description: `${describe(refusal)} ${ids}`,
    error_codes: refusal.code === null ? [] : [refusal.code],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    ...(refusal.code === null
      ? {}
      : { error_uri: `https://login.microsoftonline.com/error?code=${refusal.code}` }),
    ...(refusal.suberror === undefined ? {} : { suberror: refusal.suberror }),
    ...(refusal.claims === undefined ? {} : { claims: refusal.claims }),
  });
}

/** What the person sees where there is nobody to send an error to. */
export function errorPage(refusal: EntraError): Answer {
  const text = describe(refusal);
  const body = `<h1>Sorry, but we’re having trouble signing you in.</h1>
<p id="error">${escapeHtml(refusal.code === null ? `${refusal.error}: ${text}` : text)}</p>`;
  return html(400, page('Sign in to your account', body));
}
