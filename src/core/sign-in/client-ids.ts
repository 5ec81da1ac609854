import type { ClientIdView, CloudId } from '../../shared/snapshot.ts';
import { cloudIds } from '../clouds.ts';
import type { Config } from '../settings/settings.ts';

const form = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** App registrations that come from outside the settings; all of the global cloud. */
export interface GivenClientIds {
  readonly builtIn: string;
  readonly environment: string;
}

export function isClientId(text: string): boolean {
  return form.test(text);
}

/** The app registration of each cloud, and who chose it. */
export function clientIdsOf(
  given: GivenClientIds,
  own: Config['clientIds'],
): Readonly<Record<CloudId, ClientIdView>> {
  const all = cloudIds.map((cloud) => [cloud, clientIdOf(cloud, given, own)] as const);
  return Object.fromEntries(all) as Record<CloudId, ClientIdView>;
}

export function clientIdOf(
  cloud: CloudId,
  { builtIn, environment }: GivenClientIds,
  own: Config['clientIds'],
): ClientIdView {
  if (cloud === 'global' && builtIn !== '') return { source: 'built-in', value: builtIn };
  if (cloud === 'global' && environment !== '') {
    return { source: 'environment', value: environment };
  }
  const value = own[cloud];
  return value === undefined ? { source: 'none', value: '' } : { source: 'settings', value };
}
