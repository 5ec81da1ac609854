import { afterEach, beforeEach, expect, test } from 'vitest';
import { Simulator } from './simulator.ts';
import { RawSocket, endpointUrl } from './support/listening.ts';

let simulator: Simulator;
let socket: RawSocket;

beforeEach(async () => {
  // None of the frames is a ping.
  simulator = await Simulator.start({ knobs: { pingIntervalMs: 60_000 } });
});

afterEach(async () => {
  socket.close();
  await simulator.stop();
});

test.each(['40/notifications', '40/notifications,'])('joins by 40 and %s', async (join) => {
  socket = new RawSocket(await endpointUrl(simulator, 'finance'), 4);
  expect(await socket.frame()).toMatch(/^0\{"sid":".*"pingInterval":60000,"pingTimeout":20000/);
  socket.send('40');
  expect(await socket.frame()).toMatch(/^40\{"sid":"/);
  socket.send(join);
  expect(await socket.frame()).toMatch(/^40\/notifications,\{"sid":"/);
  simulator.drives.finance.edit('/Budget/Budget.xlsx');
  expect(await socket.frame()).toMatch(/^42\/notifications,\["notification","\{\\"value\\":\[/);
});

test('joins the namespace alone, and hears on the default one where that is wished for', async () => {
  socket = new RawSocket(await endpointUrl(simulator, 'personal'), 4);
  await socket.frame();
  socket.send('40/notifications,');
  expect(await socket.frame()).toMatch(/^40\/notifications,\{"sid":"/);
  simulator.knobs.eventNamespace = 'default';
  simulator.drives.personal.edit('/Packing list.docx');
  const frame = await socket.frame();
  expect(frame).toMatch(/^42\["notification",/);
  expect(frame).toContain(simulator.accounts.personal.tenantId);
});

test('refuses another namespace with 44', async () => {
  socket = new RawSocket(await endpointUrl(simulator, 'finance'), 4);
  await socket.frame();
  socket.send('40/elsewhere');
  expect(await socket.frame()).toBe('44/elsewhere,{"message":"Invalid namespace"}');
});

test('speaks Engine.IO 3: the client pings, the join carries the query', async () => {
  const url = await endpointUrl(simulator, 'finance');
  socket = new RawSocket(url, 3);
  expect(await socket.frame()).toMatch(/^0\{"sid":"/);
  expect(await socket.frame()).toBe('40');
  socket.send(`40/notifications${new URL(url).search},`);
  expect(await socket.frame()).toMatch(/^40\/notifications/);
  socket.send('2');
  expect(await socket.frame()).toBe('3');
  simulator.drives.finance.edit('/Budget/Budget.xlsx');
  expect(await socket.frame()).toMatch(/^42\/notifications,\["notification"/);
});
