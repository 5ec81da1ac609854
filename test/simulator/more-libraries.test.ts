import { expect, test } from 'vitest';
import { Microsoft } from './microsoft.ts';
import { Simulator } from './simulator.ts';
import { Asking } from './support/asking.ts';
import { connect, next } from './support/listening.ts';

test('leave every other drive as it was', () => {
  const idsOf = (cloud: Microsoft): string[] => Object.values(cloud.drives).map(({ id }) => id);
  const usual = idsOf(new Microsoft());
  const more = idsOf(new Microsoft({ moreLibraries: 3 }));
  expect(more.slice(0, usual.length)).toEqual(usual);
  expect(new Set(more).size).toBe(usual.length + 3);
  expect(idsOf(new Microsoft({ moreLibraries: 3 }))).toEqual(more);
});

test("are the work account's, listed page by page", async () => {
  await using simulator = await Simulator.start({ moreLibraries: 120 });
  const megan = new Asking(simulator, simulator.accounts.work.username);
  const first = await megan.get('/v1.0/me/drives');
  const second = await megan.get(String(first.body['@odata.nextLink']));
  const listed = [...first.body.value, ...second.body.value];
  expect(listed).toHaveLength(123);
  expect(listed.at(-1)?.name).toBe('Library 120');
  const adele = new Asking(simulator, simulator.accounts.colleague.username);
  expect((await adele.get('/v1.0/me/drives')).body.value).toHaveLength(3);
});

test('have a delta, an endpoint and events of their own', async () => {
  await using simulator = await Simulator.start({ moreLibraries: 2 });
  const drive = simulator.drives['library-2'];
  const megan = new Asking(simulator, simulator.accounts.work.username);
  const root = `/v1.0/drives/${drive?.id}/root`;
  expect((await megan.get(`${root}/delta`)).body.value).toHaveLength(6);
  const { body } = await megan.get(`${root}/subscriptions/socketIo`);
  const socket = connect(String(body['notificationUrl']));
  await next(socket, 'connect');
  const heard = next(socket, 'notification');
  drive?.edit('/Plan.xlsx');
  await heard;
  socket.disconnect();
  expect(simulator.changes.after(0)).toMatchObject([{ drive: 'library-2' }]);
});

test('are reached by control', async () => {
  await using simulator = await Simulator.start({ moreLibraries: 1 });
  const answer = await fetch(`${simulator.origin}/_control/drives/library-1/paths?kind=file`);
  expect(await answer.json()).toMatchObject({ paths: expect.arrayContaining(['/Plan.xlsx']) });
});
