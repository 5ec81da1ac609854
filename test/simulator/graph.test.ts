import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { quickXorHash } from './cloud/quick-xor.ts';
import { Simulator } from './simulator.ts';
import { Asking, names } from './support/asking.ts';

let simulator: Simulator;
let megan: Asking;
let robin: Asking;

beforeEach(async () => {
  simulator = await Simulator.start();
  megan = new Asking(simulator, 'megan.bowen@contoso.com');
  robin = new Asking(simulator, 'robin.sommer@outlook.com');
});

afterEach(async () => {
  await simulator.stop();
});

describe('every answer', () => {
  test('has both request ids, the client’s own repeated', async () => {
    const { headers } = await megan.get('/v1.0/me', { 'client-request-id': 'mine' });
    expect(headers.get('client-request-id')).toBe('mine');
    expect(headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
    const refused = await megan.get('/v1.0/nothing', { 'client-request-id': 'mine' });
    expect(refused.body.error).toMatchObject({
      code: 'BadRequest',
      innerError: { 'client-request-id': 'mine', 'request-id': refused.headers.get('request-id') },
    });
  });

  test('wants a token it knows', async () => {
    for (const authorization of ['', 'Bearer made.up.token', 'Basic abc']) {
      const { status, headers } = await megan.get('/v1.0/me', { authorization });
      expect(status).toBe(401);
      expect(headers.get('www-authenticate')).toContain('Bearer realm=""');
    }
  });

  test('is dated as the knob says', async () => {
    simulator.knobs.dateSkewMs = -3_600_000;
    const { headers } = await megan.get('/v1.0/me');
    expect(Date.now() - Date.parse(headers.get('date') ?? '')).toBeGreaterThan(3_500_000);
  });
});

describe('drives', () => {
  test('of a work account: its own and the libraries it can open', async () => {
    const { body } = await megan.get('/v1.0/me/drives?$select=id,name,driveType');
    expect(body.value.map(({ id: _id, ...rest }) => rest)).toEqual([
      { name: 'OneDrive', driveType: 'business' },
      { name: 'Finance', driveType: 'documentLibrary' },
      { name: 'Product', driveType: 'documentLibrary' },
    ]);
    expect(body.value[1]?.id).toMatch(/^b!/);
    simulator.drives.product.refuse('megan.bowen@contoso.com');
    expect(names((await megan.get('/v1.0/me/drives')).body.value)).toEqual(['OneDrive', 'Finance']);
  });

  test('of a colleague: another OneDrive, the same libraries', async () => {
    const adele = new Asking(simulator, simulator.accounts.colleague.username);
    const { body } = await adele.get('/v1.0/me/drives');
    expect(names(body.value)).toEqual(['OneDrive', 'Finance', 'Product']);
    const { colleague, onedrive } = simulator.drives;
    expect((await adele.get('/v1.0/me/drive')).body['id']).toBe(colleague.id);
    expect((await adele.get(`/v1.0/drives/${onedrive.id}`)).status).toBe(403);
    expect((await megan.get(`/v1.0/drives/${colleague.id}`)).status).toBe(403);
  });

  test('of a personal account come with phantoms that cannot be opened', async () => {
    const { body } = await robin.get('/v1.0/me/drives');
    expect(body.value).toHaveLength(3);
    const phantom = body.value.find(({ id }) => id !== simulator.drives.personal.id);
    const answer = await robin.get(`/v1.0/drives/${String(phantom?.id)}`);
    expect(answer.body.error.message).toBe('ObjectHandle is Invalid');
  });

  test('are 403 without access, 404 where there are none, and when one is gone', async () => {
    expect((await megan.get(`/v1.0/drives/${simulator.drives.board.id}/root`)).status).toBe(403);
    expect((await robin.get(`/v1.0/drives/${simulator.drives.finance.id}`)).status).toBe(403);
    expect((await megan.get('/v1.0/drives/b!nothing')).status).toBe(404);
    simulator.drives.finance.gone = true;
    const { body } = await megan.get(`/v1.0/drives/${simulator.drives.finance.id}/root/delta`);
    expect(body.error.code).toBe('itemNotFound');
  });

  test('beyond one’s own want a wider scope, unless nobody checks', async () => {
    const modest = new Asking(simulator, 'megan.bowen@contoso.com', ['Files.Read']);
    const library = `/v1.0/drives/${simulator.drives.finance.id}/root/delta?token=latest`;
    expect((await modest.get('/v1.0/me/drive/root/delta?token=latest')).status).toBe(200);
    expect((await modest.get(library)).status).toBe(403);
    simulator.knobs.checkScopes = false;
    expect((await modest.get(library)).status).toBe(200);
  });

  test('of a person answer to their id in any case, and with its zeros cut', async () => {
    const { id } = simulator.drives.personal;
    expect(id).toMatch(/^0[0-9a-f]{15}$/);
    const sloppy = id.toUpperCase().replace(/^0+/, '');
    expect((await robin.get(`/v1.0/drives/${sloppy}`)).body['id']).toBe(id);
    simulator.knobs.personalIdQuirks = true;
    const { body } = await robin.get('/v1.0/me/drive/root/children');
    const ids = new Set(body.value.map(({ parentReference }) => parentReference?.['driveId']));
    expect(ids).not.toContain(id);
  });
});

describe('items', () => {
  test('are found by path and by id, children paged', async () => {
    const root = `/v1.0/drives/${simulator.drives.product.id}/root`;
    const { body } = await megan.get(`${root}:/Vertrieb DACH/Verträge`);
    expect(body).toMatchObject({ name: 'Verträge', folder: { childCount: 3 } });
    const page = await megan.get(`${root}:/Launch X1050:/children?$top=3`);
    expect(page.body.value).toHaveLength(3);
    const second = await megan.get(String(page.body['@odata.nextLink']));
    expect(second.body.value).toHaveLength(3);
    const [item] = second.body.value;
    const direct = await megan.get(`${root.replace('root', 'items')}/${String(item?.id)}`);
    expect(direct.body['name']).toBe(item?.name);
    const folder = `${root.replace('root', 'items')}/${String(body['id'])}`;
    const below = await megan.get(`${folder}:/Geheimhaltungsvereinbarung.docx:`);
    expect(below.body['parentReference']).toMatchObject({ id: body['id'] });
    expect((await megan.get(`${root}:/nowhere`)).status).toBe(404);
  });

  test('say where they are in the web, and what they hold', async () => {
    const { product } = simulator.drives;
    const { body } = await megan.get(`/v1.0/drives/${product.id}/root:/Vertrieb DACH`);
    expect(body['webUrl']).toBe(
      'https://contoso.sharepoint.com/sites/Product/Shared%20Documents/Vertrieb%20DACH',
    );
    const changed = product.edit('/Glossary.docx', { size: 1_000 });
    const path = `/v1.0/drives/${product.id}/items/${changed.itemId}`;
    const item = await megan.get(path);
    const link = String(item.body['@microsoft.graph.downloadUrl']);
    const bytes = new Uint8Array(await (await fetch(link)).arrayBuffer());
    expect(bytes).toHaveLength(1_000);
    expect(item.body['file']).toMatchObject({ hashes: { quickXorHash: quickXorHash(bytes) } });
  });

  test('know who changed them, by the id that /me gives', async () => {
    const { work, personal } = simulator.accounts;
    for (const [asking, account, drive] of [
      [megan, work, simulator.drives.onedrive],
      [robin, personal, simulator.drives.personal],
    ] as const) {
      const me = await asking.get('/v1.0/me');
      const { itemId } = drive.createFile('/Mine.docx', { by: account.name });
      const { body } = await asking.get(`/v1.0/drives/${drive.id}/items/${itemId}`);
      expect(body['lastModifiedBy']).toMatchObject({ user: { id: me.body['id'] } });
    }
  });
});

test('hashes as Microsoft’s published algorithm does', () => {
  expect(quickXorHash(new Uint8Array())).toBe('AAAAAAAAAAAAAAAAAAAAAAAAAAA=');
  expect(quickXorHash(Buffer.from('Sg==', 'base64'))).toBe('SgAAAAAAAAAAAAAAAQAAAAAAAAA=');
  expect(quickXorHash(Buffer.from('tbQ=', 'base64'))).toBe('taAFAAAAAAAAAAAAAgAAAAAAAAA=');
});

describe('sites and groups', () => {
  test('lead to the same libraries', async () => {
    const [followed] = (await megan.get('/v1.0/me/followedSites')).body.value;
    const found = await megan.get('/v1.0/sites?search=fin');
    expect(found.body.value[0]?.id).toBe(followed?.id);
    const byPath = await megan.get('/v1.0/sites/contoso.sharepoint.com:/sites/Finance');
    expect(byPath.body['id']).toBe(followed?.id);
    const drives = await megan.get(`/v1.0/sites/${String(followed?.id)}/drives`);
    const [, group] = (await megan.get('/v1.0/me/memberOf/microsoft.graph.group')).body.value;
    const groupDrive = await megan.get(`/v1.0/groups/${String(group?.id)}/drive`);
    expect(drives.body.value[0]?.id).toBe(simulator.drives.finance.id);
    expect(groupDrive.body['id']).toBe(simulator.drives.finance.id);
  });

  test('do not exist for personal accounts', async () => {
    const { status, body } = await robin.get('/v1.0/me/followedSites');
    expect([status, body.error.code]).toEqual([400, 'notSupported']);
  });

  test('want Sites.Read.All, libraries any wide scope', async () => {
    const modest = new Asking(simulator, 'megan.bowen@contoso.com', [
      'User.Read',
      'Files.Read.All',
    ]);
    expect((await modest.get('/v1.0/me/followedSites')).status).toBe(403);
    expect((await modest.get('/v1.0/sites?search=fin')).status).toBe(403);
    const { site } = simulator.drives.finance.facts;
    expect((await modest.get(`/v1.0/sites/${String(site?.id)}/drives`)).status).toBe(200);
    const narrow = new Asking(simulator, 'megan.bowen@contoso.com', ['User.Read', 'Files.Read']);
    expect((await narrow.get(`/v1.0/sites/${String(site?.id)}/drives`)).status).toBe(403);
  });

  test('are found page by page', async () => {
    await using large = await Simulator.start({ moreLibraries: 120 });
    const asking = new Asking(large, large.accounts.work.username);
    const first = await asking.get('/v1.0/sites?search=library');
    const second = await asking.get(String(first.body['@odata.nextLink']));
    expect([first.body.value.length, second.body.value.length]).toEqual([100, 20]);
    expect(second.body['@odata.nextLink']).toBeUndefined();
  });

  test('of which groups have names, unless these are hidden', async () => {
    const groups = '/v1.0/me/memberOf/microsoft.graph.group?$select=id,displayName,groupTypes';
    const kinds = (await megan.get(groups)).body.value.map(({ groupTypes }) => groupTypes);
    expect(kinds).toEqual([[], ['Unified'], ['Unified']]);
    simulator.knobs.groupNames = false;
    const { body } = await megan.get(groups);
    expect(body.value.map(({ displayName }) => displayName)).toEqual([null, null, null]);
    const scopes = ['User.Read', 'GroupMember.Read.All'];
    const knowing = new Asking(simulator, 'megan.bowen@contoso.com', scopes);
    expect((await knowing.get(groups)).body.value[1]).toMatchObject({ displayName: 'Finance' });
  });
});

describe('a pasted link', () => {
  const shared = (link: string): string =>
    `/v1.0/shares/u!${Buffer.from(link).toString('base64url')}/driveItem`;

  test('leads to a file, a folder or a library without any site', async () => {
    const { finance } = simulator.drives;
    const { itemId, webUrl } = finance.edit('/Budget/Budget 2027.xlsx');
    expect((await megan.get(shared(webUrl))).body['id']).toBe(itemId);
    const folder = await megan.get(shared(webUrl.slice(0, webUrl.lastIndexOf('/'))));
    expect(folder.body).toMatchObject({ name: 'Budget', folder: {} });
    const library = await megan.get(shared(finance.webUrl));
    expect(library.body).toMatchObject({ root: {}, parentReference: { driveId: finance.id } });
  });

  test('is 403 where it may not be opened, 404 where nothing is', async () => {
    const { board, finance } = simulator.drives;
    expect((await megan.get(shared(board.webUrl))).status).toBe(403);
    expect((await megan.get(shared(`${finance.webUrl}/nothing`))).status).toBe(404);
    const narrow = new Asking(simulator, 'megan.bowen@contoso.com', ['User.Read', 'Files.Read']);
    expect((await narrow.get(shared(finance.webUrl))).status).toBe(403);
    simulator.knobs.sharesNeedWrite = true;
    expect((await megan.get(shared(finance.webUrl))).status).toBe(403);
  });
});

describe('socketIo', () => {
  test('is offered on all five spellings, anew each time', async () => {
    const { facts } = simulator.drives.finance;
    const { site } = facts;
    const spellings = [
      'me/drive/root',
      `drives/${facts.id}/root`,
      `drives/${facts.id}/list`,
      `groups/${String(site?.groupId)}/drive/root`,
      `sites/${String(site?.id)}/lists/${facts.listId}/drive/root`,
    ];
    const urls = new Set<unknown>();
    for (const spelling of spellings) {
      const { body } = await megan.get(`/v1.0/${spelling}/subscriptions/socketIo`);
      expect(body['expirationDateTime']).toMatch(/^\d{4}-.*\.\d{7}Z$/);
      expect(Date.parse(String(body['expirationDateTime']))).toBeGreaterThan(Date.now());
      expect(body['clientState']).toMatch(/^system-managed:/);
      urls.add(body['notificationUrl']);
    }
    expect(urls.size).toBe(5);
  });

  test('exists on no folder', async () => {
    const path = `/v1.0/drives/${simulator.drives.finance.id}/root:/Budget:/subscriptions/socketIo`;
    expect((await megan.get(path)).status).toBe(400);
  });

  test('takes the shapes the knobs say', async () => {
    const ask = async () => (await megan.get('/v1.0/me/drive/root/subscriptions/socketIo')).body;
    simulator.knobs.endpointExpiry = false;
    simulator.knobs.endpointUrl = 'missing';
    expect(Object.keys(await ask())).toEqual(['@odata.context', 'clientState', 'id']);
    simulator.knobs.endpointUrl = 'not-https';
    expect((await ask())['notificationUrl']).toMatch(/^http:\/\/\S+\.pushnp\.svc\.ms\//);
    simulator.knobs.endpointUrl = 'foreign-host';
    const { hostname } = new URL(String((await ask())['notificationUrl']));
    expect(hostname.endsWith('.svc.ms')).toBe(false);
  });
});
