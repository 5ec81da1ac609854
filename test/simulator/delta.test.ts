import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Simulator } from './simulator.ts';
import { Asking, names } from './support/asking.ts';

let simulator: Simulator;
let megan: Asking;
let start: string;

beforeEach(async () => {
  simulator = await Simulator.start();
  megan = new Asking(simulator, 'megan.bowen@contoso.com');
  start = `/v1.0/drives/${simulator.drives.finance.id}/root/delta`;
});

afterEach(async () => {
  await simulator.stop();
});

describe('a full enumeration', () => {
  test('lists every item, in pages, parents above children on each', async () => {
    const { finance } = simulator.drives;
    const { pages, items } = await megan.run(`${start}?$top=20`);
    expect(pages.length).toBeGreaterThan(4);
    expect(new Set(items.map(({ id }) => id)).size).toBe(finance.paths().length + 1);
    for (const page of pages) {
      const seen = new Set<string | undefined>();
      for (const item of page) {
        if (!item.root) expect(seen).toContain(item.parentReference?.['id']);
        seen.add(item.id);
      }
      expect(page.length).toBeLessThanOrEqual(20);
    }
  });

  test('takes no notice of what changes meanwhile, and lists it afterwards', async () => {
    const first = await megan.get(`${start}?$top=40`);
    const { itemId } = simulator.drives.finance.edit('/Budget/Budget.xlsx');
    const rest = await megan.run(String(first.body['@odata.nextLink']));
    const { items } = await megan.run(rest.link);
    expect(items.at(-1)?.id).toBe(itemId);
  });

  test('never lists past deletions', async () => {
    simulator.drives.finance.delete('/Taxes');
    const { items } = await megan.run(start);
    expect(items.filter(({ deleted }) => deleted)).toEqual([]);
    expect(names(items)).not.toContain('Taxes');
  });
});

describe('changes since a token', () => {
  let latest: string;
  const since = async () => await megan.run(latest);

  beforeEach(async () => {
    latest = (await megan.run(`${start}?token=latest`)).link;
  });

  test('are none at first', async () => {
    expect((await megan.run(`${start}?token=latest`)).items).toEqual([]);
    expect((await since()).items).toEqual([]);
  });

  test('list the latest state once, below its ancestors unchanged', async () => {
    const { finance } = simulator.drives;
    const before = await megan.run(start);
    finance.edit('/Month end/2026-10/Accruals 2026-10.xlsx', { by: 'Adele Vance' });
    finance.rename('/Month end/2026-10/Accruals 2026-10.xlsx', 'Accruals.xlsx', { by: 'Lee Gu' });
    const { items } = await since();
    expect(names(items)).toEqual(['root', 'Month end', '2026-10', 'Accruals.xlsx']);
    expect(items.at(-1)?.['lastModifiedBy']).toMatchObject({ user: { displayName: 'Lee Gu' } });
    for (const ancestor of items.slice(0, -1)) {
      const known = before.items.find(({ id }) => id === ancestor.id);
      expect(ancestor.eTag).toBe(known?.eTag);
    }
  });

  test('are the same again for the same link, and none for the next', async () => {
    simulator.drives.finance.createFile('/New.docx');
    const run = await since();
    expect(names((await since()).items)).toEqual(names(run.items));
    expect((await megan.run(run.link)).items).toEqual([]);
  });

  test('of a renamed folder list the folder alone', async () => {
    simulator.drives.finance.rename('/Invoices', 'Bills');
    const { items } = await since();
    expect(names(items)).toEqual(['root', 'Bills']);
    expect(items[1]?.webUrl).toMatch(/Shared%20Documents\/Bills$/);
  });

  test('of a deleted folder list it and what was in it, without names', async () => {
    const { itemId, descendants } = simulator.drives.finance.delete('/Taxes');
    const { items } = await since();
    const tombstones = items.filter(({ deleted }) => deleted);
    expect(tombstones).toHaveLength(descendants + 1);
    expect(tombstones[0]).toMatchObject({ id: itemId, size: 0, deleted: { state: 'deleted' } });
    for (const tombstone of tombstones) {
      expect(tombstone).not.toHaveProperty('name');
      expect(tombstone).not.toHaveProperty('cTag');
      expect(tombstone).not.toHaveProperty('lastModifiedBy');
    }
    simulator.knobs.deletedDescendants = false;
    simulator.drives.finance.delete('/Suppliers');
    const more = await megan.run((await since()).link);
    expect(more.items).toEqual([]);
    const all = (await since()).items.filter(({ deleted }) => deleted);
    expect(all).toHaveLength(descendants + 2);
  });

  test('bring a restored folder back with all it held', async () => {
    const { itemId, descendants } = simulator.drives.finance.delete('/Taxes');
    const gone = await since();
    simulator.drives.finance.restore(itemId);
    const { items } = await megan.run(gone.link);
    expect(items.filter(({ root }) => !root)).toHaveLength(descendants + 1);
    expect(items.find(({ id }) => id === itemId)?.name).toBe('Taxes');
  });

  test('hide deletions where $select leaves out deleted', async () => {
    const run = await megan.run(`${start}?token=latest&$select=id,name,parentReference`);
    expect(run.link).toContain('$select=id%2Cname%2CparentReference');
    simulator.drives.finance.delete('/Who approves what.xlsx');
    const { items } = await megan.run(run.link);
    expect(Object.keys(items.at(-1) ?? {})).toEqual(['id', 'parentReference']);
  });

  test('come late by the lag', async () => {
    simulator.knobs.lagMs = 60_000;
    simulator.drives.finance.createFile('/Late.docx');
    expect((await since()).items).toEqual([]);
    const children = await megan.get(start.replace('delta', 'children'));
    expect(names(children.body.value)).toContain('Late.docx');
    simulator.knobs.lagMs = 0;
    expect(names((await since()).items)).toContain('Late.docx');
  });

  test('repeat an item where duplicates are wished for, the latest state last', async () => {
    simulator.knobs.duplicates = true;
    simulator.drives.finance.rename('/Budget/Budget.xlsx', 'Budget a.xlsx');
    simulator.drives.finance.rename('/Budget/Budget a.xlsx', 'Budget b.xlsx');
    const listed = names((await since()).items).filter((name) => name?.startsWith('Budget '));
    expect(listed).toEqual(['Budget a.xlsx', 'Budget b.xlsx', 'Budget b.xlsx']);
  });

  test('leave the ancestors out for deltaExcludeParent', async () => {
    simulator.drives.finance.edit('/Budget/Budget.xlsx');
    const { body } = await megan.get(latest, { deltaExcludeParent: 'true' });
    expect(names(body.value)).toEqual(['Budget.xlsx']);
  });

  test('say the parent’s path only where that is switched on', async () => {
    simulator.drives.finance.edit('/Budget/Budget.xlsx');
    const path = async () => (await since()).items.at(-1)?.parentReference?.['path'];
    expect(await path()).toBeUndefined();
    simulator.knobs.deltaPaths = true;
    expect(await path()).toBe(`/drives/${simulator.drives.finance.id}/root:/Budget`);
  });

  test('are found by a time on work drives only', async () => {
    const before = encodeURIComponent(new Date(Date.now() - 1_000).toISOString());
    simulator.drives.finance.edit('/Budget/Budget.xlsx');
    const { items } = await megan.run(`${start}?token=${before}`);
    expect(names(items)).toEqual(['root', 'Budget', 'Budget.xlsx']);
    const robin = new Asking(simulator, 'robin.sommer@outlook.com');
    expect((await robin.get(`/v1.0/me/drive/root/delta?token=${before}`)).status).toBe(400);
  });
});

describe('links', () => {
  test('stand on the Host they were asked on, in either spelling', async () => {
    const { body } = await megan.get(
      `${simulator.origin.replace('127.0.0.1', 'localhost')}${start}`,
    );
    expect(body['@odata.deltaLink']).toMatch(/^http:\/\/localhost:\d+\/v1\.0\/.*\/delta\?token=\w/);
    simulator.knobs.linkSpelling = 'function';
    const run = await megan.run(`${start}?$top=30&$select=id,name,deleted`);
    expect(run.pages.length).toBeGreaterThan(2);
    expect(run.link).toMatch(/\/delta\(token='[\w-]+'\)\?\$top=30&\$select=/);
    simulator.drives.finance.createFile('/New.docx');
    expect(names((await megan.run(run.link)).items)).toEqual(['root', 'New.docx']);
  });

  test('that were lost answer 410, with a fresh start where that is wished for', async () => {
    const { link } = await megan.run(`${start}?$select=id,name`);
    simulator.drives.finance.loseTokens();
    const bare = await megan.get(link);
    expect(bare).toMatchObject({ status: 410, body: { error: { code: 'resyncRequired' } } });
    expect(bare.headers.get('location')).toBeNull();
    simulator.knobs.resyncLocation = true;
    simulator.knobs.resyncCode = 'resyncChangesApplyDifferences';
    const helpful = await megan.get(link);
    expect(helpful.body.error.code).toBe('resyncChangesApplyDifferences');
    const fresh = await megan.run(helpful.headers.get('location') ?? '');
    expect(fresh.items.length).toBeGreaterThan(simulator.drives.finance.paths().length);
    expect(Object.keys(fresh.items[1] ?? {})).toEqual(['id', 'name']);
  });

  test('of an earlier start are lost, and made-up ones malformed', async () => {
    const { link } = await megan.run(start);
    await simulator.stop();
    simulator = await Simulator.start({ port: Number(new URL(simulator.origin).port) });
    const again = new Asking(simulator, 'megan.bowen@contoso.com');
    expect((await again.get(link)).status).toBe(410);
    expect((await again.get(`${start}?token=nonsense`)).body.error.code).toBe('invalidRequest');
  });
});

describe('a personal drive', () => {
  test('keeps names on tombstones unless told otherwise, and allows delta on a folder', async () => {
    const robin = new Asking(simulator, 'robin.sommer@outlook.com');
    const { personal } = simulator.drives;
    const { link } = await robin.run('/v1.0/me/drive/root/delta?token=latest');
    const choir = (await robin.get('/v1.0/me/drive/root:/Choir')).body['id'];
    const folder = await robin.run(`/v1.0/me/drive/items/${String(choir)}/delta`);
    expect(folder.items.length).toBeGreaterThan(5);
    personal.delete('/Packing list.docx');
    personal.edit('/Choir/Members.xlsx', { by: 'Kim Abel' });
    const tombstone = (await robin.run(link)).items.find(({ deleted }) => deleted);
    expect(tombstone).toMatchObject({ name: 'Packing list.docx' });
    expect(tombstone).not.toHaveProperty('size');
    expect(names((await robin.run(folder.link)).items)).toContain('Members.xlsx');
    simulator.knobs.namelessPersonalTombstones = true;
    expect((await robin.run(link)).items.find(({ deleted }) => deleted)).not.toHaveProperty('name');
  });

  test('is refused below the root at work', async () => {
    const { body } = await megan.get(`${start.replace('/delta', '')}:/Budget`);
    const answer = await megan.get(start.replace('root', `items/${String(body['id'])}`));
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'notSupported' } } });
  });
});
