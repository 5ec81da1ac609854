import { randomUUID } from 'node:crypto';
import { accountNamed } from '../cloud/people.ts';
import { type Answer, html, json } from '../http/answer.ts';
import { type Request, formOf } from '../http/request.ts';
import type { Knobs } from '../knobs.ts';
import { AdminConsent } from './admin-consent.ts';
import { Authorize } from './authorize.ts';
import type { Claims } from './claims.ts';
import { type ClientOptions, Clients, audienceRefusal } from './clients.ts';
import { Consents } from './consents.ts';
import { Demands } from './demands.ts';
import { DeviceCodes } from './device-code.ts';
import { instanceDiscovery, openidConfiguration } from './discovery.ts';
import { type RefreshRefusal, entraErrors, errorAnswer, errorPage } from './error.ts';
import { type AccessToken, Grants } from './grants.ts';
import { page } from './page.ts';
import type { AskedClaims, Parts } from './parts.ts';
import { accountsOf } from './tenant.ts';
import { answerToken } from './token.ts';

/** Scopes of a token that a test takes without signing in. */
const usualScopes = ['User.Read', 'Files.Read', 'Files.Read.All', 'Sites.Read.All'];

/** As a policy that wants multi-factor authentication asks (msal-js#5491). */
const usualDemand = {
  access_token: {
    capolids: { essential: true, values: ['b1d9f2a6-4c1e-4f0a-9d55-7a3c9e21f0b8'] },
  },
};

export interface TokenOptions {
  readonly scopes?: readonly string[] | undefined;
  readonly clientId?: string | undefined;
  /** As if the client had declared cp1 (sheet 6.6). */
  readonly understandsClaims?: boolean | undefined;
}

/** The sign-in service, under any `/{tenant}/`. */
export class Entra {
  readonly #parts: Parts;
  readonly #usualClientId: string;
  readonly #devices: DeviceCodes;
  readonly #authorize: Authorize;
  readonly #adminConsent: AdminConsent;

  constructor(knobs: Knobs, usualClientId: string, clients: readonly ClientOptions[]) {
    this.#usualClientId = usualClientId;
    this.#parts = {
      knobs,
      clients: new Clients(),
      grants: new Grants(),
      consents: new Consents(() => knobs.adminConsent),
      demands: new Demands(),
      askedClaims: [],
    };
    for (const client of clients) this.register(client);
    this.#devices = new DeviceCodes(this.#parts);
    this.#authorize = new Authorize(this.#parts);
    this.#adminConsent = new AdminConsent(this.#parts);
  }

  /** Another app, or with a known id: that app's registration changes. */
  register(client: ClientOptions): void {
    this.#parts.clients.register(client);
  }

  /** Codes and tokens of every kind, to look for where they must not be. */
  get secrets(): readonly string[] {
    return this.#parts.grants.secrets;
  }

  /** Every `claims` parameter that was sent, in order. */
  get askedClaims(): readonly AskedClaims[] {
    return this.#parts.askedClaims;
  }

  /** Straight to a token, for tests that are not about signing in. */
  accessToken(username: string, options: TokenOptions = {}): string {
    const { scopes = usualScopes, clientId = this.#usualClientId } = options;
    const { understandsClaims = false } = options;
    const grant = { account: accountNamed(username), clientId, scopes, nonce: null };
    const { grants, knobs } = this.#parts;
    return grants.issueAccessToken({ ...grant, understandsClaims }, knobs.accessTokenSeconds);
  }

  /** Without a name: everybody's. */
  revokeRefreshTokens(username?: string, reason: RefreshRefusal = 'revoked'): void {
    for (const token of this.#parts.grants.refreshTokens.values()) {
      if (username === undefined || token.account.username === username) token.refused = reason;
    }
  }

  revokeAccessTokens(username?: string): void {
    for (const token of this.#parts.grants.accessTokens.values()) {
      if (username === undefined || token.account.username === username) token.revoked = true;
    }
  }

  /** Refresh tokens end; access tokens only where the client can be told so, the others live on (sheet 6.5, 6.6). */
  changePassword(username: string): void {
    this.revokeRefreshTokens(username, 'revoked');
    for (const token of this.#parts.grants.accessTokens.values()) {
      if (token.account.username === username && token.understandsClaims) token.revoked = true;
    }
  }

  /** No token without asking the person, until they sign in with these claims (sheet 6.3). */
  demandClaims(username: string, claims: Claims = usualDemand): void {
    this.#parts.demands.make(accountNamed(username).username, claims);
  }

  /** What Graph asks about a bearer token. */
  readAccessToken(token: string): AccessToken | undefined {
    return this.#parts.grants.accessTokens.get(token);
  }

  /** Null where the path is none of Entra's. */
  answer(request: Request): Answer | null {
    if (request.path === '/devicelogin') return this.#devices.visit(request);
    if (/^\/[^/]+\/discovery\/instance$/.test(request.path)) return instanceDiscovery(request);
    const [, tenant, rest] = /^\/([^/]+)\/(.+)$/.exec(request.path) ?? [];
    if (tenant === undefined || rest === undefined) return null;
    switch (`${request.method} ${rest}`) {
      case 'GET v2.0/.well-known/openid-configuration':
        return openidConfiguration(request, tenant);
      case 'GET discovery/v2.0/keys':
        return json(200, { keys: [] });
      case 'GET oauth2/v2.0/authorize':
      case 'POST oauth2/v2.0/authorize':
      case 'GET v2.0/adminconsent':
        return this.#open(request, tenant, rest);
      case 'POST login':
        return this.#authorize.choose(request, tenant);
      case 'POST v2.0/adminconsent':
        return this.#adminConsent.decide(request);
      case 'POST oauth2/v2.0/token':
      case 'POST oauth2/v2.0/devicecode':
        return this.#back(request, tenant, rest);
      case 'GET oauth2/v2.0/logout':
        return html(200, page('Signed out', '<h1>You signed out of your account</h1>'));
      default:
        return null;
    }
  }

  #open(request: Request, tenant: string, rest: string): Answer {
    const accounts = accountsOf(tenant);
    if (!accounts) return errorPage(entraErrors.unknownTenant(tenant));
    return rest.endsWith('adminconsent')
      ? this.#adminConsent.open(request, tenant)
      : this.#authorize.open(request, tenant, accounts);
  }

  #back(request: Request, tenant: string, rest: string): Answer {
    const answer = this.#backChannel(request, tenant, rest);
    return { ...answer, headers: { ...answer.headers, 'x-ms-request-id': randomUUID() } };
  }

  #backChannel(request: Request, tenant: string, rest: string): Answer {
    const accounts = accountsOf(tenant);
    if (!accounts) return errorAnswer(entraErrors.unknownTenant(tenant));
    const clientId = formOf(request).get('client_id');
    if (clientId === null) return errorAnswer(entraErrors.missing('client_id'));
    const client = this.#parts.clients.find(clientId);
    if (!client) return errorAnswer(entraErrors.unknownClient(clientId, tenant));
    const unfit = audienceRefusal(client, tenant, 'token');
    if (unfit) return errorAnswer(unfit);
    if (rest.endsWith('devicecode')) return this.#devices.start(request, client, accounts);
    // Only here: a device code was given to apps like that, and then never redeemed (azure-docs#31986).
    if (!client.publicClient) return errorAnswer(entraErrors.notPublic());
    const [parts, devices] = [this.#parts, this.#devices];
    return answerToken(request, { clientId: client.clientId, accounts, parts, devices });
  }
}
