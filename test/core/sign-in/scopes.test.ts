import { describe, expect, it } from 'vitest';
import { clouds } from '../../../src/core/clouds.ts';
import { fullScopes, reaches, scopesFor } from '../../../src/core/sign-in/scopes.ts';

it.each([
  ['own', ['User.Read', 'Files.Read']],
  ['shared', ['User.Read', 'Files.Read', 'Files.Read.All']],
  ['sites', ['User.Read', 'Files.Read', 'Files.Read.All', 'Sites.Read.All']],
] as const)('asks to read %s files, and never to write', (reach, scopes) => {
  expect(scopesFor(reach, clouds.global)).toEqual(scopes);
});

it.each([
  ['us-gov', 'https://graph.microsoft.us'],
  ['us-dod', 'https://dod-graph.microsoft.us'],
  ['china', 'https://microsoftgraph.chinacloudapi.cn'],
] as const)('in %s names the Graph it means', (cloud, graph) => {
  expect(scopesFor('own', clouds[cloud])).toEqual([`${graph}/User.Read`, `${graph}/Files.Read`]);
});

it('names it to an administrator everywhere', () => {
  expect(fullScopes('shared', clouds.global)).toEqual([
    'https://graph.microsoft.com/User.Read',
    'https://graph.microsoft.com/Files.Read',
    'https://graph.microsoft.com/Files.Read.All',
  ]);
});

describe('what was granted', () => {
  it.each<[readonly string[], boolean, boolean]>([
    [['User.Read', 'Files.Read'], true, false],
    [['User.Read', 'Files.Read', 'Files.Read.All'], true, true],
    [['Files.Read.All'], true, true],
    [['files.read.all'], true, true],
    [['Files.ReadWrite.All'], true, true],
    [['Sites.Read.All'], true, true],
    [['https://graph.microsoft.us/Files.Read'], true, false],
    [['https://graph.microsoft.us/Files.Read.All'], true, true],
    [['User.Read'], false, false],
    [['User.Read.All'], false, false],
    [['openid', 'profile', 'offline_access'], false, false],
    [[], false, false],
  ])('%j opens the own drive: %j, what others share: %j', (granted, own, shared) => {
    expect([reaches(granted, 'own'), reaches(granted, 'shared')]).toEqual([own, shared]);
  });
});

it.each<[readonly string[], boolean]>([
  [['Files.Read.All'], false],
  [['Files.Read.All', 'Sites.Read.All'], true],
  [['sites.readwrite.all'], true],
  [['https://graph.microsoft.us/Sites.Read.All'], true],
])('%j lets sites be looked for: %j', (granted, isEnough) => {
  expect(reaches(granted, 'sites')).toBe(isEnough);
});
