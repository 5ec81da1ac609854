import { describe, expect, it } from 'vitest';
import { clouds } from '../../src/core/clouds.ts';
import {
  checkPushUrl,
  type Hosts,
  isGraphLink,
  isSignInPage,
  safeDevicePage,
  safeItemLink,
} from '../../src/core/hosts.ts';

const standIn = 'http://127.0.0.1:4321';
const withStandIn: Hosts = {
  ...clouds.global,
  graphLinks: [clouds.global.graph, standIn],
  allowsLoopback: true,
};

function check(url: unknown, hosts = clouds.global): string {
  const checked = checkPushUrl(url, hosts);
  return checked.ok ? 'ok' : checked.code;
}

describe('a push URL', () => {
  it.each<[unknown, string]>([
    ['https://southcentralus1-7.pushnp.svc.ms/notifications?token=a&applicationId=b', 'ok'],
    ['https://f3hb0mpua.svc.ms/zbaehwg/callback?snthgk=1ff3', 'ok'],
    ['https://WEST.PUSHNP.SVC.MS/n', 'ok'],
    ['https://a.svc.ms:443/n', 'ok'],
    [undefined, 'endpoint-without-url'],
    [null, 'endpoint-without-url'],
    [7, 'endpoint-without-url'],
    ['', 'endpoint-without-url'],
    ['/notifications', 'endpoint-without-url'],
    [`https://a.svc.ms/${'x'.repeat(5000)}`, 'endpoint-without-url'],
    ['http://a.svc.ms/n', 'endpoint-not-https'],
    ['ws://a.svc.ms/n', 'endpoint-not-https'],
    ['wss://a.svc.ms/n', 'endpoint-not-https'],
    ['file:///etc/passwd', 'endpoint-not-https'],
    ['https://a.svc.ms.evil.example/n', 'endpoint-foreign-host'],
    ['https://evilsvc.ms/n', 'endpoint-foreign-host'],
    ['https://a.svc.ms@evil.example/n', 'endpoint-foreign-host'],
    ['https://user:pass@a.svc.ms/n', 'endpoint-foreign-host'],
    ['https://user@a.svc.ms/n', 'endpoint-foreign-host'],
    ['https://a.svc.ms:8443/n', 'endpoint-foreign-host'],
    ['https://a.svc.ms./n', 'endpoint-foreign-host'],
    ['https://evil.example/.svc.ms', 'endpoint-foreign-host'],
    ['https://evil.example\\.svc.ms/n', 'endpoint-foreign-host'],
    ['https://10.0.0.1/n', 'endpoint-foreign-host'],
    ['https://[::1]/n', 'endpoint-foreign-host'],
    ['https://127.0.0.1/n', 'endpoint-foreign-host'],
    ['http://localhost/n', 'endpoint-not-https'],
  ])('%j: %s', (url, expected) => {
    expect(check(url)).toBe(expected);
  });

  it.each([
    ['http://127.0.0.1:4321/notifications?token=a', 'ok'],
    ['http://localhost:4321/n', 'ok'],
    ['http://[::1]:4321/n', 'ok'],
    ['http://127.0.0.2/n', 'endpoint-not-https'],
    ['http://localhost.evil.example/n', 'endpoint-not-https'],
    ['ftp://localhost/n', 'endpoint-not-https'],
    ['https://evil.example/n', 'endpoint-foreign-host'],
    ['https://a.svc.ms/n', 'ok'],
  ])('with a stand-in, %j: %s', (url, expected) => {
    expect(check(url, withStandIn)).toBe(expected);
  });
});

describe('a Graph link', () => {
  it.each<[string, boolean]>([
    ["https://graph.microsoft.com/v1.0/drives/x/root/delta(token='a')", true],
    ['https://graph.microsoft.com:443/v1.0/me', true],
    ['HTTPS://GRAPH.MICROSOFT.COM/v1.0/me', true],
    [`${standIn}/v1.0/me`, false],
    ['http://graph.microsoft.com/v1.0/me', false],
    ['https://graph.microsoft.com:444/v1.0/me', false],
    ['https://graph.microsoft.com./v1.0/me', false],
    ['https://graph.microsoft.com.evil.example/', false],
    ['https://a.graph.microsoft.com/', false],
    ['https://token@graph.microsoft.com/', false],
    ['https://:pass@graph.microsoft.com/', false],
    ['https://graph.microsoft.com@evil.example/', false],
    ['https://evil.example\\@graph.microsoft.com/', false],
    ['blob:https://graph.microsoft.com/x', false],
    ['/v1.0/me', false],
    ['', false],
    [`https://graph.microsoft.com/${'x'.repeat(9000)}`, false],
  ])('%j: %s', (link, expected) => {
    expect(isGraphLink(link, clouds.global)).toBe(expected);
  });

  it('may be of the stand-in, where there is one', () => {
    expect(isGraphLink(`${standIn}/v1.0/me`, withStandIn)).toBe(true);
    expect(isGraphLink('http://127.0.0.1:4322/v1.0/me', withStandIn)).toBe(false);
  });
});

describe('an item link', () => {
  it.each<[string, string | null]>([
    ['https://contoso.sharepoint.com/a b', 'https://contoso.sharepoint.com/a%20b'],
    [
      'https://contoso-my.sharepoint.com/personal/x',
      'https://contoso-my.sharepoint.com/personal/x',
    ],
    ['https://onedrive.live.com/?id=1', 'https://onedrive.live.com/?id=1'],
    ['https://1drv.ms/u/s', 'https://1drv.ms/u/s'],
    ['https://contoso.sharepoint.com:443/a', 'https://contoso.sharepoint.com/a'],
    ['https://contoso.sharepoint.com./a', 'https://contoso.sharepoint.com./a'],
    ['http://contoso.sharepoint.com/a', null],
    ['javascript:alert(1)//sharepoint.com', null],
    ['file:///x.sharepoint.com', null],
    ['ms-word:ofe|u|https://contoso.sharepoint.com/a', null],
    ['https://evilsharepoint.com/a', null],
    ['https://sharepoint.com.evil.example/a', null],
    ['https://live.com/a', null],
    ['https://contoso.sharepoint.com@evil.example/a', null],
    ['https://user@contoso.sharepoint.com/a', null],
    ['https://evil.example\\@contoso.sharepoint.com/a', null],
    ['https://evil.example\\.sharepoint.com/a', null],
    ['https://contoso.sharepoint.com:8443/a', null],
    ['https://evil.example#.sharepoint.com', null],
    ['https://evil.example?.sharepoint.com', null],
    ['https://contoso.sharepoint.com/\ud800', null],
    [`https://contoso.sharepoint.com/${'x'.repeat(2000)}`, null],
    ['contoso.sharepoint.com/a', null],
    ['', null],
  ])('%j: %j', (link, expected) => {
    expect(safeItemLink(link, clouds.global)).toBe(expected);
  });

  it('loses what a browser would not show of it', () => {
    const link = 'https://contoso.sharepoint.com/a\n&calc.exe "';
    expect(safeItemLink(link, clouds.global)).toBe(
      'https://contoso.sharepoint.com/a&calc.exe%20%22',
    );
  });
});

describe('a page for device codes', () => {
  it.each<[unknown, string | null]>([
    ['https://microsoft.com/devicelogin', 'https://microsoft.com/devicelogin'],
    ['https://www.microsoft.com/link', 'https://www.microsoft.com/link'],
    ['https://login.microsoftonline.com/device', 'https://login.microsoftonline.com/device'],
    ['https://MICROSOFT.com:443/devicelogin', 'https://microsoft.com/devicelogin'],
    ['http://microsoft.com/devicelogin', null],
    ['https://microsoft.com.evil.example/devicelogin', null],
    ['https://evilmicrosoft.com/devicelogin', null],
    ['https://microsoft.com@evil.example/', null],
    ['https://user@microsoft.com/devicelogin', null],
    ['https://microsoft.com:8443/devicelogin', null],
    ['https://evil.example\\.microsoft.com/', null],
    ['https://evil.example#.microsoft.com', null],
    ['https://microsoft.com./devicelogin', null],
    ['https://login.microsoftonline.us/device', null],
    ['https://127.0.0.1/device', null],
    ['http://localhost/device', null],
    ['javascript:alert(1)', null],
    ['microsoft.com/devicelogin', null],
    [`https://microsoft.com/${'x'.repeat(2000)}`, null],
    ['', null],
    [7, null],
    [null, null],
    [undefined, null],
  ])('%j: %j', (link, expected) => {
    expect(safeDevicePage(link, clouds.global)?.href ?? null).toBe(expected);
  });

  it.each([
    [`${standIn}/device`, `${standIn}/device`],
    ['ftp://127.0.0.1/device', null],
    ['https://evil.example/device', null],
  ])('with a stand-in, %j: %j', (link, expected) => {
    expect(safeDevicePage(link, withStandIn)?.href ?? null).toBe(expected);
  });
});

describe('a sign-in page', () => {
  const at = (origin: string): string => `${origin}/common/oauth2/v2.0/authorize?client_id=x`;
  it.each<[string, boolean]>([
    [at('https://login.microsoftonline.com'), true],
    ['https://login.microsoftonline.com/tenant/oauth2/v2.0/authorize', true],
    [at('http://login.microsoftonline.com'), false],
    [at('https://login.microsoftonline.com:444'), false],
    [at('https://login.microsoftonline.com.evil.example'), false],
    [at('https://login.microsoftonline.com@evil.example'), false],
    [at('https://login.microsoftonline.us'), false],
    [at('http://127.0.0.1:4321'), false],
    ['https://login.microsoftonline.com/common/oauth2/v2.0/logout', false],
    ['https://login.microsoftonline.com/?x=/oauth2/v2.0/authorize', false],
    ['https://login.microsoftonline.com/#/oauth2/v2.0/authorize', false],
    ['/common/oauth2/v2.0/authorize', false],
    ['', false],
  ])('%j: %j', (link, expected) => {
    expect(isSignInPage(link, clouds.global)).toBe(expected);
  });
});
