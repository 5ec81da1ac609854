import { randomUUID } from 'node:crypto';
import { type Account, findAccount } from '../cloud/people.ts';
import { type Answer, html, redirect } from '../http/answer.ts';
import { type Request, formOf } from '../http/request.ts';
import { type Claims, declaresCapability, parseClaims } from './claims.ts';
import { type Client, audienceRefusal, isForAccount } from './clients.ts';
import { type EntraError, describe, entraErrors, errorPage } from './error.ts';
import { clientInfo } from './id-token.ts';
import { administratorPage, formPostPage, otherAccountPage, pickerPage } from './page.ts';
import type { Parts } from './parts.ts';
import { asSentBack, isRegistered } from './redirect-uri.ts';
import { parseScopes } from './scopes.ts';

interface Flow {
  readonly client: Client;
  readonly redirectUri: string;
  readonly mode: 'query' | 'form_post';
  readonly scopes: readonly string[];
  readonly state: string | null;
  readonly nonce: string | null;
  readonly challenge: string | null;
  readonly claims: Claims | null;
  readonly wantsClientInfo: boolean;
  readonly accounts: readonly Account[];
}

/** The page a browser is sent to, and what it posts back. */
export class Authorize {
  readonly #parts: Parts;
  readonly #flows = new Map<string, Flow>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  open(request: Request, tenant: string, accounts: readonly Account[]): Answer {
    const asked = request.method === 'POST' ? formOf(request) : request.query;
    const clientId = asked.get('client_id') ?? '';
    const redirectUri = asked.get('redirect_uri') ?? '';
    // Until both are known to be good, nothing may be sent to the redirect URI.
    const client = this.#parts.clients.find(clientId);
    if (!client) return errorPage(entraErrors.unknownClient(clientId, tenant));
    if (!isRegistered(redirectUri)) {
      return errorPage(entraErrors.redirectNotRegistered(redirectUri, clientId));
    }
    const mode = asked.get('response_mode') ?? 'query';
    if (mode !== 'query' && mode !== 'form_post') return errorPage(entraErrors.responseMode(mode));
    const claims = parseClaims(asked.get('claims'));
    if (claims === 'malformed') return errorPage(entraErrors.claimsMalformed());
    if (claims) {
      this.#parts.askedClaims.push({ endpoint: 'authorize', clientId: client.clientId, claims });
    }
    const flow: Flow = {
      client,
      claims,
      redirectUri: asSentBack(redirectUri),
      mode,
      accounts,
      scopes: parseScopes(asked.get('scope')),
      state: asked.get('state'),
      nonce: asked.get('nonce'),
      challenge: asked.get('code_challenge'),
      wantsClientInfo: asked.get('client_info') === '1',
    };
    return this.#begin(asked, flow, tenant);
  }

  #begin(asked: URLSearchParams, flow: Flow, tenant: string): Answer {
    const unfit = audienceRefusal(flow.client, tenant, 'authorize');
    // This one the app was told (onedrive-fuse#3); the others are pages.
    const isTold = flow.client.audience === 'consumers' && tenant.toLowerCase() === 'common';
    if (unfit) return isTold ? sendError(flow, unfit) : errorPage(unfit);
    const refusal = this.#refusal(asked, flow);
    return refusal ? sendError(flow, refusal) : this.#ask(asked, flow, tenant);
  }

  /** A button of the picker. */
  choose(request: Request, tenant: string): Answer {
    const form = formOf(request);
    const id = form.get('flow') ?? '';
    const flow = this.#flows.get(id);
    if (!flow) return errorPage(entraErrors.missing('flow'));
    const username = form.get('account') ?? '';
    if (username === '') return this.#finish(id, sendError(flow, entraErrors.cancelled()));
    const account = flow.accounts.find((one) => one.username === username);
    if (!account) return errorPage(entraErrors.loginRequired());
    if (form.get('without-consent') === '1') {
      return this.#finish(id, sendError(flow, entraErrors.needsAdministrator()));
    }
    const action = `/${tenant}/login`;
    if (!isForAccount(flow.client, account)) {
      return html(200, otherAccountPage({ action, flow: id, accounts: flow.accounts }, account));
    }
    return this.#needsAdministrator(flow, account)
      ? html(200, administratorPage({ action, flow: id }, account))
      : this.#finish(id, this.#grant(flow, account));
  }

  #refusal(asked: URLSearchParams, flow: Flow): EntraError | null {
    const type = asked.get('response_type') ?? '';
    if (type !== 'code') return entraErrors.responseType(type);
    if (flow.scopes.length === 0) return entraErrors.missing('scope');
    const method = asked.get('code_challenge_method');
    const proven = flow.challenge !== null && method === 'S256';
    const unasked = flow.challenge === null && !this.#parts.knobs.requirePkce;
    return proven || unasked ? null : entraErrors.challenge();
  }

  /** Both accounts have a session in this browser, so a hint alone is enough to go straight on. */
  #ask(asked: URLSearchParams, flow: Flow, tenant: string): Answer {
    const prompt = asked.get('prompt');
    const hinted = findAccount(asked.get('login_hint') ?? '');
    const account = hinted && flow.accounts.includes(hinted) ? hinted : null;
    const blocked =
      account !== null &&
      (!isForAccount(flow.client, account) || this.#needsAdministrator(flow, account));
    if (account && !blocked && (prompt === null || prompt === '' || prompt === 'none')) {
      return this.#grant(flow, account);
    }
    if (prompt === 'none') return sendError(flow, entraErrors.loginRequired());
    const id = randomUUID();
    this.#flows.set(id, flow);
    const offered = account && prompt === 'login' ? [account] : flow.accounts;
    const title = prompt === 'login' ? 'Sign in' : 'Pick an account';
    const action = `/${tenant}/login`;
    return html(200, pickerPage({ title, action, flow: id, accounts: offered }));
  }

  #needsAdministrator(flow: Flow, account: Account): boolean {
    return this.#parts.consents.needsAdministrator(flow.client.clientId, account, flow.scopes);
  }

  #grant(flow: Flow, account: Account): Answer {
    const { client, scopes, nonce, redirectUri, challenge, claims } = flow;
    const { clientId } = client;
    const understandsClaims = declaresCapability(claims);
    const grant = { account, clientId, scopes, nonce, understandsClaims };
    const { consents, demands, grants } = this.#parts;
    consents.give(clientId, account, scopes);
    demands.meet(account.username, claims);
    const code = grants.issueCode(grant, redirectUri, challenge);
    return send(flow, {
      code,
      ...(flow.wantsClientInfo ? { client_info: clientInfo(account) } : {}),
      ...(flow.state === null ? {} : { state: flow.state }),
      session_state: randomUUID(),
    });
  }

  #finish(id: string, answer: Answer): Answer {
    this.#flows.delete(id);
    return answer;
  }
}

function sendError(flow: Flow, refusal: EntraError): Answer {
  return send(flow, {
    error: refusal.error,
    error_description: describe(refusal),
    ...(flow.state === null ? {} : { state: flow.state }),
  });
}

function send(flow: Flow, fields: Record<string, string>): Answer {
  if (flow.mode === 'form_post') return html(200, formPostPage(flow.redirectUri, fields));
  const target = new URL(flow.redirectUri);
  for (const [name, value] of Object.entries(fields)) target.searchParams.set(name, value);
  return redirect(target.href);
}
