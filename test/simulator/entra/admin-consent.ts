import { randomUUID } from 'node:crypto';
import { consumerTenantId, contosoTenantId } from '../cloud/people.ts';
import { type Answer, html, redirect } from '../http/answer.ts';
import { type Request, formOf } from '../http/request.ts';
import { type EntraError, describe, entraErrors, errorPage } from './error.ts';
import { approvalPage } from './page.ts';
import type { Parts } from './parts.ts';
import { asSentBack, isRegistered } from './redirect-uri.ts';
import { parseScopes } from './scopes.ts';

interface Flow {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string | null;
}

/** An administrator consents for everybody: entra-docs v2-admin-consent.md has its parameters and answers. */
export class AdminConsent {
  readonly #parts: Parts;
  readonly #flows = new Map<string, Flow>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Whoever opens the page is an administrator of the one work tenant there is. */
  open({ query }: Request, tenant: string): Answer {
    const clientId = query.get('client_id') ?? '';
    const redirectUri = query.get('redirect_uri') ?? '';
    const scopes = parseScopes(query.get('scope'));
    if (!this.#parts.clients.find(clientId)) {
      return errorPage(entraErrors.unknownClient(clientId, tenant));
    }
    if (!isRegistered(redirectUri)) {
      return errorPage(entraErrors.redirectNotRegistered(redirectUri, clientId));
    }
    const refusal = missing(tenant, scopes);
    if (refusal) return errorPage(refusal);
    const flow = randomUUID();
    const state = query.get('state');
    this.#flows.set(flow, { clientId, redirectUri: asSentBack(redirectUri), scopes, state });
    return html(200, approvalPage({ action: `/${tenant}/v2.0/adminconsent`, flow }, scopes));
  }

  decide(request: Request): Answer {
    const form = formOf(request);
    const id = form.get('flow') ?? '';
    const flow = this.#flows.get(id);
    if (!flow) return errorPage(entraErrors.missing('flow'));
    this.#flows.delete(id);
    const { clientId, scopes } = flow;
    if (form.get('decision') !== 'accept') {
      const refusal = entraErrors.adminDeclined();
      return send(flow, { error: refusal.error, error_description: describe(refusal) });
    }
    this.#parts.consents.giveForTenant(clientId, contosoTenantId, scopes);
    return send(flow, { tenant: contosoTenantId, scope: scopes.join(' ') });
  }
}

function missing(tenant: string, scopes: readonly string[]): EntraError | null {
  const isPersonal = tenant === 'consumers' || tenant === consumerTenantId;
  if (isPersonal) return entraErrors.noAdministrator();
  return scopes.length === 0 ? entraErrors.missing('scope') : null;
}

function send({ redirectUri, state }: Flow, fields: Record<string, string>): Answer {
  const target = new URL(redirectUri);
  const all = { admin_consent: 'True', ...fields, ...(state === null ? {} : { state }) };
  for (const [name, value] of Object.entries(all)) target.searchParams.set(name, value);
  return redirect(target.href);
}
