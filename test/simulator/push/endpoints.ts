import { randomUUID } from 'node:crypto';
import type { Drive } from '../cloud/drive.ts';
import type { Knobs } from '../knobs.ts';

/** What one `…/subscriptions/socketIo` handed out. */
export interface Endpoint {
  readonly id: string;
  /** The secret in the URL. */
  readonly token: string;
  readonly clientId: string;
  readonly drive: Drive;
  readonly form: Knobs['endpointForm'];
  readonly expiresAt: number;
}

/** There is no renewal but another one (sheet 1.4). */
export class Endpoints {
  readonly #byToken = new Map<string, Endpoint>();
  readonly #knobs: Knobs;

  constructor(knobs: Knobs) {
    this.#knobs = knobs;
  }

  issue(drive: Drive, clientId: string): Endpoint {
    const endpoint: Endpoint = {
      id: randomUUID(),
      token: randomUUID(),
      clientId,
      drive,
      form: this.#knobs.endpointForm,
      expiresAt: Date.now() + this.#knobs.endpointLifeSeconds * 1_000,
    };
    this.#byToken.set(endpoint.token, endpoint);
    return endpoint;
  }

  /** Undefined for a token nobody was given, one that expired, or another app's. */
  find(query: URLSearchParams): Endpoint | undefined {
    const endpoint = this.#byToken.get(query.get('token') ?? query.get('snthgk') ?? '');
    if (!endpoint || Date.now() >= endpoint.expiresAt) return undefined;
    const applicationId = query.get('applicationId');
    return applicationId === null || applicationId === endpoint.clientId ? endpoint : undefined;
  }
}

/** The path is the Socket.IO namespace, the query the secret (sheet 1.6). */
export function notificationUrl(endpoint: Endpoint, pushOrigin: string): string {
  const { form, token, clientId } = endpoint;
  return form === 'callback'
    ? `${pushOrigin}/zbaehwg/callback?snthgk=${token}`
    : `${pushOrigin}/notifications?token=${token}&applicationId=${clientId}`;
}
