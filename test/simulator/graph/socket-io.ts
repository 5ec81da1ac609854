import type { Drive } from '../cloud/drive.ts';
import { type Answer, json } from '../http/answer.ts';
import type { Request } from '../http/request.ts';
import type { Knobs } from '../knobs.ts';
import { type Endpoint, type Endpoints, notificationUrl } from '../push/endpoints.ts';
import type { Caller } from './caller.ts';
import { systemClientState } from './system-client-state.ts';

export interface SocketIoSurroundings {
  readonly endpoints: Endpoints;
  readonly knobs: Knobs;
  readonly pushOrigin: () => string;
}

/** `GET …/subscriptions/socketIo` (sheet 1.3): fresh id, token and expiry per call. */
export function answerSocketIo(
  request: Request,
  caller: Caller,
  drive: Drive,
  { endpoints, knobs, pushOrigin }: SocketIoSurroundings,
): Answer {
  const endpoint = endpoints.issue(drive, caller.clientId);
  const url = urlAsWished(endpoint, knobs, pushOrigin());
  const expirationDateTime = sevenDigits(endpoint.expiresAt);
  return json(200, {
    '@odata.context': `${request.origin}/v1.0/$metadata#subscriptions/$entity`,
    clientState: systemClientState,
    ...(knobs.endpointExpiry ? { expirationDateTime } : {}),
    id: endpoint.id,
    ...(url === null ? {} : { notificationUrl: url }),
  });
}

function urlAsWished(endpoint: Endpoint, knobs: Knobs, pushOrigin: string): string | null {
  switch (knobs.endpointUrl) {
    case 'good':
      return notificationUrl(endpoint, knobs.announcedPushOrigin || pushOrigin);
    case 'missing':
      return null;
    case 'not-https':
      return notificationUrl(endpoint, 'http://southcentralus1-7.pushnp.svc.ms');
    case 'foreign-host':
    default:
      return notificationUrl(endpoint, 'https://pushnp.svc.ms.example.net');
  }
}

/** ISO 8601 with the seven fractional digits of .NET (sheet 1.3). */
export function sevenDigits(at: number): string {
  return new Date(at).toISOString().replace('Z', '2357Z');
}
