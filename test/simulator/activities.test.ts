import { afterEach, beforeEach, expect, test } from 'vitest';
import { Simulator } from './simulator.ts';
import { Asking } from './support/asking.ts';

let simulator: Simulator;
let megan: Asking;
let feed: string;

beforeEach(async () => {
  simulator = await Simulator.start();
  megan = new Asking(simulator, 'megan.bowen@contoso.com');
  feed = `/beta/drives/${simulator.drives.finance.id}/activities`;
});

afterEach(async () => {
  await simulator.stop();
});

test('the activity feed says who did what, newest first', async () => {
  const { finance } = simulator.drives;
  const before = (await megan.get(feed)).body.value.length;
  const file = finance.createFile('/Plan.xlsx', { by: 'Adele Vance' });
  finance.rename(file.itemId, 'Plan 2.xlsx', { by: 'Lee Gu' });
  finance.touch(file.itemId);
  finance.delete(file.itemId, { by: 'Adele Vance' });
  const { body } = await megan.get(feed);
  expect(body.value.slice(0, -before || undefined).map(({ action }) => action)).toEqual([
    { delete: { name: 'Plan 2.xlsx', objectType: 'File' } },
    { rename: { oldName: 'Plan.xlsx' } },
    { create: {} },
  ]);
  expect(body.value[0]).toMatchObject({
    actor: { user: { displayName: 'Adele Vance', email: 'adele.vance@contoso.com' } },
    times: { recordedDateTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}Z$/) },
  });
  expect(body.value[0]).not.toHaveProperty('driveItem');
});

test('with the items, where that is asked for and given, in pages', async () => {
  const { finance } = simulator.drives;
  const folder = finance.createFolder('/Old', { by: 'Adele Vance' });
  finance.delete(folder.itemId, { by: 'Lee Gu' });
  const { body } = await megan.get(`${feed}?$expand=driveItem&$top=1`);
  expect(body.value).toMatchObject([
    {
      action: { delete: { name: 'Old', objectType: 'Folder' } },
      driveItem: { id: folder.itemId },
    },
  ]);
  const next = await megan.get(String(body['@odata.nextLink']));
  expect(next.body.value).toMatchObject([{ action: { create: {} } }]);
  simulator.knobs.activityItems = false;
  const plain = await megan.get(`${feed}?$expand=driveItem`);
  expect(plain.body.value[0]).not.toHaveProperty('driveItem');
  simulator.knobs.activityQueries = false;
  expect((await megan.get(`${feed}?$expand=driveItem`)).status).toBe(400);
  expect((await megan.get(feed)).status).toBe(200);
});

test('is late by as much as the knob says', async () => {
  simulator.knobs.activityLagMs = 60_000;
  const { itemId } = simulator.drives.finance.createFile('/Plan.xlsx');
  const { body } = await megan.get(`${feed}?$expand=driveItem`);
  expect(JSON.stringify(body.value)).not.toContain(itemId);
});

test('exists on work drives of the beta alone', async () => {
  const robin = new Asking(simulator, 'robin.sommer@outlook.com');
  const personal = await robin.get(`/beta/drives/${simulator.drives.personal.id}/activities`);
  expect([personal.status, personal.body.error.code]).toEqual([400, 'notSupported']);
  expect((await megan.get(feed.replace('beta', 'v1.0'))).status).toBe(400);
  expect((await robin.get(feed)).status).toBe(403);
});
