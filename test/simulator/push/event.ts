import { consumerTenantId, contosoTenantId } from '../cloud/people.ts';
import { sevenDigits } from '../graph/socket-io.ts';
import { systemClientState } from '../graph/system-client-state.ts';
import type { Knobs } from '../knobs.ts';
import type { Endpoint } from './endpoints.ts';

/** What follows the event's name: as observed, or one of the shapes of sheet 1.6. */
export function eventArguments(endpoint: Endpoint, shape: Knobs['eventArgument']): unknown[] {
  switch (shape) {
    case 'string':
      return [JSON.stringify(notification(endpoint))];
    case 'object':
      return [notification(endpoint)];
    case 'none':
      return [];
    case 'flat':
      return [JSON.stringify(flat(endpoint))];
    case 'broken':
    default:
      return [JSON.stringify(notification(endpoint)).slice(0, -7)];
  }
}

function notification({ id, drive, expiresAt }: Endpoint) {
  const { driveType, listId, webId, webUrl } = drive.facts;
  const isPersonal = driveType === 'personal';
  const siteUrl = isPersonal
    ? `/personal/${drive.id}`
    : new URL(webUrl).pathname.replace(/\/[^/]+$/, '');
  const entry = {
    subscriptionId: id,
    clientState: systemClientState,
    expirationDateTime: sevenDigits(expiresAt),
    resource: listId,
    tenantId: isPersonal ? consumerTenantId : contosoTenantId,
    siteUrl,
    webId,
  };
  return { value: [entry] };
}

/** The shape of 2024. */
function flat({ id, drive, expiresAt }: Endpoint) {
  return {
    clientState: systemClientState,
    subscriptionId: id,
    subscriptionExpirationDateTime: sevenDigits(expiresAt),
    userId: drive.facts.owner?.id ?? '',
    resource: `drives/${drive.id}/root`,
  };
}
