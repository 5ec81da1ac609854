import { createHash, randomBytes } from 'node:crypto';
import type { Fetch } from '../http/fetch.ts';

export const redirectUri = 'http://localhost:4999';

type Fields = Readonly<Record<string, string>>;
/** Null takes a usual parameter away. */
type Changes = Readonly<Record<string, string | null>>;

export interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token: string;
  readonly [field: string]: unknown;
}

interface Options {
  readonly origin: string;
  readonly clientId: string;
  readonly tenant?: string;
  readonly ask?: Fetch;
}

/** A client of Entra that knows no library: the code flow, by hand. */
export class PlainClient {
  readonly #options: Required<Options>;
  readonly #verifier = randomBytes(32).toString('base64url');

  constructor({ origin, clientId, tenant = 'common', ask = fetch }: Options) {
    this.#options = { origin, clientId, tenant, ask };
  }

  authorizeUrl(changes: Changes = {}): string {
    const { origin, tenant, clientId } = this.#options;
    const url = new URL(`${origin}/${tenant}/oauth2/v2.0/authorize`);
    const usual = {
      client_id: clientId,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: 'openid profile offline_access Files.Read',
      state: 'the state',
      code_challenge: createHash('sha256').update(this.#verifier).digest('base64url'),
      code_challenge_method: 'S256',
      login_hint: 'megan.bowen@contoso.com',
    };
    for (const [name, value] of Object.entries({ ...usual, ...changes })) {
      if (value !== null) url.searchParams.set(name, value);
    }
    return url.href;
  }

  async visit(changes: Changes = {}) {
    const answer = await this.#options.ask(this.authorizeUrl(changes), { redirect: 'manual' });
    const location = answer.headers.get('location');
    const query = location === null ? null : new URL(location).searchParams;
    return { status: answer.status, page: await answer.text(), location, query };
  }

  async code(changes: Changes = {}): Promise<string> {
    return (await this.visit(changes)).query?.get('code') ?? '';
  }

  /** Presses a button of the page that `visit` got. */
  async press(page: string, fields: Fields) {
    const flow = /name="flow" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const { ask, origin, tenant } = this.#options;
    const body = new URLSearchParams({ flow, ...fields });
    const url = `${origin}/${tenant}/login`;
    const answer = await ask(url, { method: 'POST', body, redirect: 'manual' });
    return { page: await answer.text(), location: answer.headers.get('location') };
  }

  async post(endpoint: 'token' | 'devicecode', fields: Fields) {
    const { ask, origin, tenant, clientId } = this.#options;
    const body = new URLSearchParams({ client_id: clientId, ...fields });
    const url = `${origin}/${tenant}/oauth2/v2.0/${endpoint}`;
    const answer = await ask(url, { method: 'POST', body });
    return { status: answer.status, body: (await answer.json()) as TokenAnswer };
  }

  async redeem(fields: Fields) {
    const usual = { grant_type: 'authorization_code', redirect_uri: redirectUri };
    return await this.post('token', { ...usual, code_verifier: this.#verifier, ...fields });
  }

  async refresh(secret: string, fields: Fields = {}) {
    const usual = { grant_type: 'refresh_token', scope: 'Files.Read offline_access' };
    return await this.post('token', { ...usual, refresh_token: secret, ...fields });
  }

  async signIn(changes: Changes = {}): Promise<TokenAnswer> {
    return (await this.redeem({ code: await this.code(changes) })).body;
  }
}
