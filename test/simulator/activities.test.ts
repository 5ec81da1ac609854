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

test('and what they said about it', async () => {
  const { finance } = simulator.drives;
  const { itemId } = finance.createFile('/Plan.xlsx');
  const before = simulator.changes.after(0).length;
  finance.comment(itemId, { by: 'Adele Vance', mentions: ['Megan Bowen'] });
  finance.comment('/Plan.xlsx', { by: 'Lee Gu', reply: true });
  finance.comment(itemId, { by: 'Lee Gu' });
  finance.mention(itemId, 'Megan Bowen', { by: 'Lee Gu' });
  const { body } = await megan.get(`${feed}?$expand=driveItem&$top=4`);
  const user = (displayName: string) => ({ user: expect.objectContaining({ displayName }) });
  const [adele, lee] = [user('Adele Vance'), user('Lee Gu')];
  const mention = { mentionees: [user('Megan Bowen')] };
  expect(body.value.map(({ action }) => action)).toEqual([
    { mention },
    { comment: { isReply: false, parentAuthor: lee, participants: [lee] } },
    { comment: { isReply: true, parentAuthor: adele, participants: [adele, lee] } },
    { comment: { isReply: false, parentAuthor: adele, participants: [adele] }, mention },
  ]);
  expect(body.value[3]).toMatchObject({
    actor: adele,
    driveItem: { id: itemId, name: 'Plan.xlsx', webUrl: expect.stringContaining('/Plan.xlsx') },
  });
  // Nothing has changed by that.
  expect(simulator.changes.after(before)).toEqual([]);
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
