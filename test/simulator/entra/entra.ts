import { randomUUID } from 'node:crypto';
import { accountNamed } from '../cloud/people.ts';
import { type Answer, html, json } from '../http/answer.ts';
import { type Request, formOf } from '../http/request.ts';
import type { Knobs } from '../knobs.ts';
import { Authorize } from './authorize.ts';
import { DeviceCodes } from './device-code.ts';
import { instanceDiscovery, openidConfiguration } from './discovery.ts';
import { type RefreshRefusal, entraErrors, errorAnswer, errorPage } from './error.ts';
import { type AccessToken, Grants } from './grants.ts';
import { page } from './page.ts';
import { accountsOf } from './tenant.ts';
import { answerToken } from './token.ts';

/** Scopes of a token that a test takes without signing in. */
const usualScopes = ['User.Read', 'Files.Read', 'Files.Read.All', 'Sites.Read.All'];

/** The sign-in service, under any `/{tenant}/`. */
export class Entra {
  readonly #knobs: Knobs;
  readonly #clientIds: readonly string[];
  readonly #grants = new Grants();
  readonly #devices = new DeviceCodes();
  readonly #authorize: Authorize;

  constructor(knobs: Knobs, clientIds: readonly string[]) {
    this.#knobs = knobs;
    this.#clientIds = clientIds;
    this.#authorize = new Authorize({
      grants: this.#grants,
      knowsClient: (clientId) => this.#knows(clientId),
      requirePkce: () => knobs.requirePkce,
      adminConsent: () => knobs.adminConsent,
    });
  }

  /** Straight to a token, for tests that are not about signing in. */
  accessToken(
    username: string,
    options: { scopes?: readonly string[] | undefined; clientId?: string | undefined } = {},
  ): string {
    const { scopes = usualScopes, clientId = this.#clientIds[0] ?? '' } = options;
    const grant = { account: accountNamed(username), clientId, scopes, nonce: null };
    return this.#grants.issueAccessToken(grant, this.#knobs.accessTokenSeconds);
  }

  /** Without a name: everybody's. */
  revokeRefreshTokens(username?: string, reason: RefreshRefusal = 'revoked'): void {
    for (const token of this.#grants.refreshTokens.values()) {
      if (username === undefined || token.account.username === username) token.refused = reason;
    }
  }

  revokeAccessTokens(username?: string): void {
    for (const token of this.#grants.accessTokens.values()) {
      if (username === undefined || token.account.username === username) token.revoked = true;
    }
  }

  /** What Graph asks about a bearer token. */
  readAccessToken(token: string): AccessToken | undefined {
    return this.#grants.accessTokens.get(token);
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
        return this.#open(request, tenant);
      case 'POST login':
        return this.#authorize.choose(request, tenant);
      case 'POST oauth2/v2.0/token':
      case 'POST oauth2/v2.0/devicecode':
        return this.#back(request, tenant, rest);
      case 'GET oauth2/v2.0/logout':
        return html(200, page('Signed out', '<h1>You signed out of your account</h1>'));
      default:
        return null;
    }
  }

  #open(request: Request, tenant: string): Answer {
    const accounts = accountsOf(tenant);
    return accounts
      ? this.#authorize.open(request, tenant, accounts)
      : errorPage(entraErrors.unknownTenant(tenant));
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
    if (!this.#knows(clientId)) return errorAnswer(entraErrors.unknownClient(clientId, tenant));
    if (rest.endsWith('devicecode')) {
      return this.#devices.start(request, accounts, this.#knobs.deviceCodeIntervalSeconds);
    }
    const [grants, devices] = [this.#grants, this.#devices];
    return answerToken(request, accounts, { grants, devices, life: () => this.#knobs });
  }

  #knows(clientId: string): boolean {
    return this.#clientIds.some((known) => known === clientId.toLowerCase());
  }
}
