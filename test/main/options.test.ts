import { describe, expect, it } from 'vitest';
import { clouds } from '../../src/core/clouds.ts';
import { mapOrigin, readOptions, type StartOptions } from '../../src/main/options.ts';

function read(
  environment: Readonly<Record<string, string>>,
  parts: { readonly isPackaged?: boolean; readonly argv?: readonly string[] } = {},
): StartOptions {
  return readOptions({
    environment,
    argv: parts.argv ?? ['electron', '.'],
    isPackaged: parts.isPackaged ?? false,
    builtInClientId: 'built-in',
  });
}

const standIns = {
  DRIVEBELL_CLIENT_ID: 'mine',
  DRIVEBELL_AUTHORITY_URL: 'http://127.0.0.1:1001',
  DRIVEBELL_GRAPH_URL: 'http://127.0.0.1:1002/',
};

it('asks Microsoft, where nothing is said', () => {
  expect(read({})).toEqual({
    clientIds: { builtIn: 'built-in', environment: '' },
    isHidden: false,
    clouds,
    standIns: new Map(),
  });
});

it('takes stand-ins for Microsoft, and pushes from this computer with them', () => {
  const options = read(standIns);
  expect(options.clientIds).toEqual({ builtIn: 'built-in', environment: 'mine' });
  expect([...options.standIns]).toEqual([
    ['https://login.microsoftonline.com', 'http://127.0.0.1:1001'],
    ['https://graph.microsoft.com', 'http://127.0.0.1:1002'],
  ]);
  expect(options.clouds).toEqual({
    ...clouds,
    global: {
      ...clouds.global,
      graphLinks: ['https://graph.microsoft.com', 'http://127.0.0.1:1002'],
      allowsLoopback: true,
    },
  });
});

it('ignores all of it in a packaged build', () => {
  expect(read(standIns, { isPackaged: true })).toEqual(read({}));
});

it('takes links of this computer only with a stand-in, and then of Graph’s alone', () => {
  const graphLinks = (environment: Readonly<Record<string, string>>): unknown => {
    const { global } = read(environment).clouds;
    return [global.allowsLoopback, global.graphLinks];
  };
  const { graphLinks: own } = clouds.global;
  expect(graphLinks({ DRIVEBELL_CLIENT_ID: 'mine' })).toEqual([false, own]);
  expect(graphLinks({ DRIVEBELL_AUTHORITY_URL: 'http://127.0.0.1:1001' })).toEqual([true, own]);
  expect(graphLinks({ DRIVEBELL_GRAPH_URL: 'http://127.0.0.1:1002' })).toEqual([
    true,
    [...own, 'http://127.0.0.1:1002'],
  ]);
});

it('has no stand-in for a national cloud', () => {
  const { global: _global, ...national } = read(standIns).clouds;
  const { global: _own, ...expected } = clouds;
  expect(national).toEqual(expected);
});

it('takes an empty variable for none', () => {
  expect(read({ DRIVEBELL_GRAPH_URL: '' }).standIns.size).toBe(0);
});

it.each([
  'not a URL',
  'http://graph.example',
  'http://127.0.0.1.evil.example',
  'ftp://127.0.0.1',
  'https://graph.example/v1.0',
  'https://graph.example/?a=b',
])('refuses %j with a sentence that names the variable', (url) => {
  expect(() => read({ DRIVEBELL_GRAPH_URL: url })).toThrow(
    /^DRIVEBELL_GRAPH_URL (is|must be) .*\.$/,
  );
});

it.each(['https://graph.example', 'http://localhost:1', 'http://[::1]:1'])('takes %s', (url) => {
  expect([...read({ DRIVEBELL_GRAPH_URL: url }).standIns.values()]).toEqual([url]);
});

it('starts hidden when told to, and does not mind switches it does not know', () => {
  expect(read({}, { argv: ['app', '--hidden'] }).isHidden).toBe(true);
  expect(read({}, { argv: ['app', '--inspect=0', '--squirrel'] }).isHidden).toBe(false);
});

describe('mapOrigin', () => {
  const { standIns: origins } = read(standIns);
  it.each([
    ['https://graph.microsoft.com/v1.0/me?a=b#c', 'http://127.0.0.1:1002/v1.0/me?a=b#c'],
    ['https://login.microsoftonline.com/common/', 'http://127.0.0.1:1001/common/'],
    ["https://graph.microsoft.com/a(token='%2f')", "http://127.0.0.1:1002/a(token='%2f')"],
    ['http://127.0.0.1:1002/v1.0/me', 'http://127.0.0.1:1002/v1.0/me'],
    ['https://graph.microsoft.com.evil.example/', 'https://graph.microsoft.com.evil.example/'],
    ['https://contoso.sharepoint.com/', 'https://contoso.sharepoint.com/'],
  ])('%s', (url, mapped) => {
    expect(mapOrigin(url, origins)).toBe(mapped);
  });

  it('leaves all as it is without stand-ins', () => {
    expect(mapOrigin('https://graph.microsoft.com/x', new Map())).toBe(
      'https://graph.microsoft.com/x',
    );
  });

  it('maps the origin however it is written', () => {
    expect(mapOrigin('HTTPS://GRAPH.microsoft.com:443/x', origins)).toBe('http://127.0.0.1:1002/x');
  });
});
