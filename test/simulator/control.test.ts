import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Changed, Simulator } from './simulator.ts';
import { connect, endpointUrl, next } from './support/listening.ts';
import { PlainClient, redirectUri } from './support/plain-client.ts';

let simulator: Simulator;

beforeEach(async () => {
  simulator = await Simulator.start();
});

afterEach(async () => {
  await simulator.stop();
});

interface ControlAnswer {
  readonly changed: readonly Changed[];
  readonly changes: readonly Changed[];
  readonly paths: readonly string[];
  readonly accessToken: string;
  readonly error: string;
  readonly [field: string]: unknown;
}

async function control(method: string, path: string, body?: object): Promise<ControlAnswer> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const answer = await fetch(`${simulator.origin}/_control/${path}`, init);
  return (await answer.json()) as ControlAnswer;
}

test('everything a colleague can do can be asked for', async () => {
  const { paths } = await control('GET', 'drives/finance/paths?kind=folder');
  expect(paths).toContain('/Invoices/2026');
  const act = async (body: object) => {
    const { changed, error } = await control('POST', 'drives/finance/changes', body);
    expect(error).toBeUndefined();
    return changed;
  };
  const item = '/Budget/Budget.xlsx';
  const by = 'Adele Vance';
  await act({ do: 'createFolder', path: '/New', by });
  await act({ do: 'createFile', path: '/New/a.docx', by });
  await act({ do: 'edit', item, by, size: 10 });
  await act({ do: 'share', item, by, scope: 'anonymous' });
  await act({ do: 'unshare', item, by });
  await act({ do: 'touch', item, by });
  await act({ do: 'relist', item });
  await act({ do: 'rename', item, name: 'B.xlsx', by });
  await act({ do: 'move', item: '/Budget/B.xlsx', folder: '/New', by });
  expect(await act({ do: 'comment', item: '/New/B.xlsx', by, mentions: ['Lee Gu'] })).toEqual([]);
  await act({ do: 'comment', item: '/New/B.xlsx', by: 'Lee Gu', reply: true });
  await act({ do: 'mention', item: '/New/B.xlsx', by, mentioned: 'Lee Gu' });
  const [deleted] = await act({ do: 'delete', item: '/New', by });
  await act({ do: 'restore', item: deleted?.itemId ?? '', by });
  expect(await act({ do: 'bulk', count: 3, folder: '/New' })).toHaveLength(3);
  const { changes } = await control('GET', 'changes?after=7');
  expect(changes.map(({ kind, path, oldPath }) => [kind, path, oldPath])).toEqual([
    ['renamed', '/Budget/B.xlsx', '/Budget/Budget.xlsx'],
    ['moved', '/New/B.xlsx', '/Budget/B.xlsx'],
    ['deleted', '/New', '/New'],
    ['restored', '/New', '/New'],
    ['created', '/New/Scan 00003.pdf', '/New/Scan 00003.pdf'],
    ['created', '/New/Scan 00004.pdf', '/New/Scan 00004.pdf'],
    ['created', '/New/Scan 00005.pdf', '/New/Scan 00005.pdf'],
  ]);
  expect(changes[2]).toMatchObject({ descendants: 2, person: by, drive: 'finance' });
});

test('knobs, faults, tokens and access can be set', async () => {
  expect(await control('PATCH', 'knobs', { lagMs: 5 })).toMatchObject({ lagMs: 5, pageSize: 200 });
  await control('POST', 'faults', { route: 'GET /v1.0/me', answer: { status: 504 } });
  const { accessToken } = await control('POST', 'tokens', {
    do: 'issue',
    account: 'megan.bowen@contoso.com',
  });
  const headers = { authorization: `Bearer ${accessToken}` };
  const statusOf = async (path: string) =>
    (await fetch(`${simulator.origin}/v1.0/${path}`, { headers })).status;
  expect(await statusOf('me')).toBe(504);
  expect(await control('GET', 'faults')).toMatchObject({ faults: [{ hits: 1 }] });
  expect(await control('GET', 'requests?route=GET%20/v1.0/me')).toMatchObject({ count: 1 });
  const finance = `drives/${simulator.drives.finance.id}`;
  const account = 'megan.bowen@contoso.com';
  await control('POST', 'drives/finance/access', { do: 'refuse', account });
  expect(await statusOf(finance)).toBe(403);
  await control('POST', 'drives/finance/access', { do: 'admit', account });
  await control('POST', 'drives/finance/access', { do: 'vanish' });
  expect(await statusOf(finance)).toBe(404);
  await control('POST', 'tokens', { do: 'revokeAccess' });
  expect(await statusOf('me')).toBe(401);
});

test('Entra can be told about apps, claims and administrators', async () => {
  await control('POST', 'clients', { clientId: 'other', audience: 'organizations' });
  await control('POST', 'clients', { clientId: simulator.clientId });
  const account = simulator.accounts.work.username;
  const client = new PlainClient(simulator);
  const claims = { access_token: { acrs: { essential: true, value: 'c1' } } };
  const first = await client.signIn({ claims: JSON.stringify(claims) });
  expect(await control('GET', 'claims')).toMatchObject({
    claims: [{ endpoint: 'authorize', claims }],
  });
  await control('POST', 'tokens', { do: 'demandClaims', account });
  expect((await client.refresh(first.refresh_token)).body['error']).toBe('interaction_required');
  await control('POST', 'tokens', { do: 'changePassword', account });
  expect((await client.refresh(first.refresh_token)).body['error']).toBe('invalid_grant');
  const asked = { client_id: 'other', scope: 'Files.Read.All', redirect_uri: redirectUri };
  const url = `${simulator.origin}/contoso.com/v2.0/adminconsent?${String(new URLSearchParams(asked))}`;
  const { location } = await control('POST', 'admin-consent', { url, do: 'approve' });
  expect(location).toContain('admin_consent=True&tenant=');
});

test('the push service obeys, and the state counts its sockets', async () => {
  const socket = connect(await endpointUrl(simulator, 'finance'));
  await next(socket, 'connect');
  expect(await control('GET', 'state')).toMatchObject({
    clientId: simulator.clientId,
    drives: [{ key: 'onedrive' }, { key: 'finance', sockets: 1 }, {}, {}, {}, {}],
  });
  const woken = next(socket, 'notification');
  await control('POST', 'push', { do: 'wake', drive: 'finance' });
  await woken;
  const gone = next(socket, 'disconnect');
  await control('POST', 'push', { do: 'kill' });
  expect((await gone)[0]).toBe('transport close');
  await control('POST', 'push', { do: 'revive' });
  await control('POST', 'push', { do: 'refuse', status: 503 });
  const refused = connect(await endpointUrl(simulator, 'finance'));
  await next(refused, 'connect_error');
});

test('colleagues work when told to', async () => {
  const { changed } = await control('POST', 'colleagues', { do: 'next', drives: ['product'] });
  expect(changed).toMatchObject([{ drive: 'product' }]);
  const more = Promise.withResolvers<void>();
  simulator.changes.onChange(({ seq }) => {
    if (seq === 4) more.resolve();
  });
  await control('POST', 'colleagues', { do: 'start', everyMs: 1, seed: 5 });
  await more.promise;
  await control('POST', 'colleagues', { do: 'stop' });
});

test('what is wrong is said, and changes nothing', async () => {
  expect((await control('PATCH', 'knobs', { lagMs: 1, nope: 2 })).error).toContain('nope');
  expect(simulator.knobs.lagMs).toBe(0);
  const act = async (body: object) => await control('POST', 'drives/finance/changes', body);
  expect((await act({ do: 'edit', item: '/nowhere' })).error).toContain('No such item');
  expect((await act({ do: 'edit', item: '/Budget' })).error).toContain('no content');
  expect((await act({ do: 'explode' })).error).not.toBe('');
  expect((await act({ do: 'edit', item: '/Expense policy.docx', by: 'Nobody' })).error).toContain(
    'Nobody of that name',
  );
  expect((await control('GET', 'nothing')).error).toContain('No such control');
});
