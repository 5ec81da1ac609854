import { describe, expect, it } from 'vitest';
import { cloudIds, clouds } from '../../src/core/clouds.ts';
import { checkPushUrl, isGraphLink, safeDevicePage, safeItemLink } from '../../src/core/hosts.ts';
import { cloudIds as sharedCloudIds } from '../../src/shared/snapshot.ts';

it('are those that the window knows', () => {
  expect(cloudIds).toEqual(sharedCloudIds);
});

it.each([
  ['global', 'https://login.microsoftonline.com', 'https://graph.microsoft.com'],
  ['us-gov', 'https://login.microsoftonline.us', 'https://graph.microsoft.us'],
  ['us-dod', 'https://login.microsoftonline.us', 'https://dod-graph.microsoft.us'],
  ['china', 'https://login.partner.microsoftonline.cn', 'https://microsoftgraph.chinacloudapi.cn'],
] as const)('%s signs in at %s and reads at %s', (cloud, login, graph) => {
  expect(clouds[cloud]).toMatchObject({ login, graph, graphLinks: [graph] });
});

it('personal accounts sign in to the global one alone', () => {
  expect(cloudIds.map((cloud) => clouds[cloud].tenant)).toEqual([
    'common',
    'organizations',
    'organizations',
    'organizations',
  ]);
});

it('none lets this computer stand in for Microsoft', () => {
  expect(cloudIds.filter((cloud) => clouds[cloud].allowsLoopback)).toEqual([]);
});

/** The clouds that take this. */
function takenBy(isTaken: (cloud: (typeof cloudIds)[number]) => boolean): readonly string[] {
  return cloudIds.filter((cloud) => isTaken(cloud));
}

describe('each takes its own and nothing of another', () => {
  it.each([
    ['https://contoso.sharepoint.com/a', ['global']],
    ['https://onedrive.live.com/a', ['global']],
    ['https://1drv.ms/u/a', ['global']],
    ['https://my.microsoftpersonalcontent.com/a', ['global']],
    ['https://contoso.sharepoint.us/a', ['us-gov']],
    ['https://contoso.sharepoint-mil.us/a', ['us-dod']],
    ['https://contoso.dps.mil/a', ['us-dod']],
    ['https://contoso.sharepoint.cn/a', ['china']],
    ['https://contoso.sharepoint.de/a', []],
  ])('page %s: %j', (link, taken) => {
    expect(takenBy((cloud) => safeItemLink(link, clouds[cloud]) !== null)).toEqual(taken);
  });

  it.each([
    ['https://graph.microsoft.com/v1.0/me', ['global']],
    ['https://graph.microsoft.us/v1.0/me', ['us-gov']],
    ['https://dod-graph.microsoft.us/v1.0/me', ['us-dod']],
    ['https://microsoftgraph.chinacloudapi.cn/v1.0/me', ['china']],
    ['https://graph.microsoft.de/v1.0/me', []],
  ])('Graph link %s: %j', (link, taken) => {
    expect(takenBy((cloud) => isGraphLink(link, clouds[cloud]))).toEqual(taken);
  });

  it.each([
    ['https://login.microsoftonline.us/common/oauth2/deviceauth', ['us-gov', 'us-dod']],
    ['https://login.partner.microsoftonline.cn/common/oauth2/deviceauth', ['china']],
    ['https://login.microsoftonline.com/device', ['global']],
  ])('sign-in page %s: %j', (link, taken) => {
    expect(takenBy((cloud) => safeDevicePage(link, clouds[cloud]) !== null)).toEqual(taken);
  });

  it('but the push service and the page for codes, which are one', () => {
    const push = 'https://eu1-0.pushnp.svc.ms/notifications';
    const page = 'https://microsoft.com/devicelogin';
    expect(takenBy((cloud) => checkPushUrl(push, clouds[cloud]).ok)).toEqual(cloudIds);
    expect(takenBy((cloud) => safeDevicePage(page, clouds[cloud]) !== null)).toEqual(cloudIds);
  });
});
