import type { CloudId } from '../shared/snapshot.ts';
import type { Hosts } from './hosts.ts';

export type Clouds = Readonly<Record<CloudId, Hosts>>;

const loginUsGov = 'https://login.microsoftonline.us';

/** Everything that differs from cloud to cloud. */
export const clouds: Clouds = {
  global: cloud('https://login.microsoftonline.com', 'common', 'https://graph.microsoft.com', [
    'sharepoint.com',
    'onedrive.live.com',
    '1drv.ms',
    'my.microsoftpersonalcontent.com',
  ]),
  'us-gov': cloud(loginUsGov, 'organizations', 'https://graph.microsoft.us', ['sharepoint.us']),
  'us-dod': cloud(loginUsGov, 'organizations', 'https://dod-graph.microsoft.us', [
    'sharepoint-mil.us',
    'dps.mil',
  ]),
  china: cloud(
    'https://login.partner.microsoftonline.cn',
    'organizations',
    'https://microsoftgraph.chinacloudapi.cn',
    ['sharepoint.cn'],
  ),
};

export const cloudIds = Object.keys(clouds) as [CloudId, ...CloudId[]];

function cloud(
  login: string,
  tenant: Hosts['tenant'],
  graph: string,
  itemSuffixes: readonly string[],
): Hosts {
  return {
    login,
    tenant,
    graph,
    graphLinks: [graph],
    // No other host of the push service is known; where one is named, polling takes over.
    pushSuffix: 'svc.ms',
    deviceLoginSuffixes: ['microsoft.com', new URL(login).hostname],
    itemSuffixes,
    allowsLoopback: false,
  };
}
