import { contosoTenantId, consumerTenantId, contosoDomain } from '../cloud/people.ts';
import { type Answer, json } from '../http/answer.ts';
import type { Request } from '../http/request.ts';

/** The issuer of a tenant that stands for many is a template. */
function issuerTenant(tenant: string): string {
  if (tenant === 'common' || tenant === 'organizations') return '{tenantid}';
  if (tenant === 'consumers') return consumerTenantId;
  return tenant === contosoDomain ? contosoTenantId : tenant;
}

export function openidConfiguration({ origin }: Request, tenant: string): Answer {
  const base = `${origin}/${tenant}`;
  return json(200, {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['HS256'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${origin}/${issuerTenant(tenant)}/v2.0`,
    request_uri_parameter_supported: false,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    tenant_region_scope: null,
    cloud_instance_name: 'microsoftonline.com',
    msgraph_host: 'graph.microsoft.com',
  });
}

/** Names the origin it was asked on, so that a client of another language stays on loopback. */
export function instanceDiscovery({ origin, query }: Request): Answer {
  const { host } = new URL(origin);
  const endpoint = query.get('authorization_endpoint') ?? '';
  const tenant = URL.canParse(endpoint) ? new URL(endpoint).pathname.split('/')[1] : 'common';
  return json(200, {
    tenant_discovery_endpoint: `${origin}/${tenant}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  });
}
