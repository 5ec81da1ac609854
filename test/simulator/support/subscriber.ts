import type { DriveKey } from '../cloud/drive-facts.ts';
import type { Account } from '../cloud/people.ts';
import { inMemoryFetch } from '../in-memory.ts';
import { Microsoft, type MicrosoftOptions } from '../microsoft.ts';
import { Listener } from './listener.ts';

export const hour = 3_600_000;

interface Answered {
  readonly status: number;
  readonly body: Readonly<Record<string, string | null>> & {
    readonly value: readonly Readonly<Record<string, string>>[];
    readonly error: { readonly code: string; readonly message: string };
  };
}

interface As {
  readonly account?: Account;
  readonly scopes?: readonly string[];
  readonly clientId?: string;
  readonly headers?: Record<string, string>;
  /** Else a fresh one. */
  readonly token?: string;
}

/** A plain client of `/subscriptions`, in virtual time. */
export class Subscriber {
  readonly listener = new Listener();
  readonly cloud: Microsoft;
  /** What `create` asks for, but for what its caller changes. */
  readonly notificationUrl = 'https://bell.example.org/hook?of=megan';
  readonly lifecycleNotificationUrl = 'https://bell.example.org/life';

  constructor(knobs: MicrosoftOptions['knobs'] = {}) {
    this.cloud = new Microsoft({ knobs, fetch: this.listener.fetch });
  }

  get webhooks() {
    return this.cloud.webhooks;
  }

  async ask(method: string, path: string, body?: object | string, as: As = {}): Promise<Answered> {
    const { account = this.cloud.accounts.work, headers = {}, ...options } = as;
    const token = as.token ?? this.cloud.entra.accessToken(account.username, options);
    const text = typeof body === 'object' ? JSON.stringify(body) : (body ?? null);
    const answer = await inMemoryFetch(this.cloud)(`https://graph.microsoft.com/v1.0${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      body: text,
    });
    const said = await answer.text();
    const nothing = '{}';
    return { status: answer.status, body: JSON.parse(said || nothing) as Answered['body'] };
  }

  order(changes: object = {}) {
    return {
      changeType: 'updated',
      notificationUrl: this.notificationUrl,
      resource: this.root('finance'),
      expirationDateTime: inMinutes(24 * 60),
      clientState: 'the state',
      ...changes,
    };
  }

  async create(changes: object = {}, as: As = {}): Promise<Answered> {
    return await this.ask('POST', '/subscriptions', this.order(changes), as);
  }

  /** The id of one that was made. */
  async created(changes: object = {}, as: As = {}): Promise<string> {
    const { status, body } = await this.create(changes, as);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body['id'] ?? '';
  }

  root(drive: DriveKey): string {
    return `/drives/${this.cloud.drives[drive].id}/root`;
  }
}

export function inMinutes(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toISOString();
}
