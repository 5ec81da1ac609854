import { existsSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RuleDraft } from '../../../src/shared/wishes.ts';
import { Simulator } from '../../simulator/simulator.ts';
import {
  type Harness,
  must,
  signInAndWatch,
  startDrivebell,
  until,
} from '../../support/harness.ts';
import { Scripts } from '../../support/script.ts';

let simulator: Simulator;
let scripts: Scripts;
let harness: Harness;
let program: string;

const listed: RuleDraft = {
  isOn: true,
  watchId: null,
  pattern: '*.xlsx',
  person: null,
  kinds: ['edited'],
  isMineOnly: false,
  action: 'list',
  until: null,
};

beforeEach(async () => {
  simulator = await Simulator.start();
  scripts = new Scripts();
  // In place at once, so that what is there is whole.
  const lines = `cat > "${scripts.dir}/part"; mv "${scripts.dir}/part" "${scripts.dir}/given"; echo noted`;
  program = scripts.write('note', lines);
  harness = startDrivebell(simulator, { program: () => program });
  await signInAndWatch(harness, simulator, ['finance']);
});

afterEach(async () => {
  harness[Symbol.dispose]();
  scripts[Symbol.dispose]();
  await simulator.stop();
});

const given = (): string => join(scripts.dir, 'given');
const runs = () => must(harness.drivebell.hooks.report()).runs;

function addRule(): string {
  must(harness.drivebell.preferences.rules.add([listed], null));
  return harness.drivebell.snapshot().rules[0]?.ruleId ?? '';
}

test('a program is given the change that its rule decides, though the change is only listed', async () => {
  const ruleId = addRule();
  must(await harness.drivebell.hooks.chooseProgram(ruleId));
  expect(harness.drivebell.snapshot().hooks).toEqual({ [ruleId]: { kind: 'command', program } });
  const { webUrl } = simulator.drives.finance.edit('/Budget/Budget.xlsx', { by: 'Lee Gu' });
  await until(() => runs().length > 0);
  const change = JSON.parse(readFileSync(given(), 'utf8')) as { at: string };
  expect(change).toEqual({
    kinds: ['edited'],
    itemKind: 'file',
    name: 'Budget.xlsx',
    oldName: null,
    place: ['Budget'],
    oldPlace: null,
    drive: simulator.drives.finance.name,
    actor: 'Lee Gu',
    own: false,
    at: change.at,
    times: 1,
    webUrl,
  });
  expect(new Date(change.at).toISOString()).toBe(change.at);
  expect(runs()).toMatchObject([
    { ruleId, kind: 'command', outcome: 'ok', code: 0, output: 'noted' },
  ]);
  expect(harness.notices).toEqual([]);
  expect(harness.logged.join('\n')).not.toMatch(/Budget|noted|\/note/);
});

test('a server on this computer is told', async () => {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => bodies.push(text));
    request.on('end', () => response.writeHead(500).end('not today'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  must(harness.drivebell.hooks.setUrl(addRule(), `http://localhost:${port}/changes`));
  simulator.drives.finance.edit('/Budget/Budget.xlsx', { by: 'Lee Gu' });
  await until(() => runs().length > 0);
  expect(JSON.parse(bodies.join(''))).toMatchObject({ name: 'Budget.xlsx', actor: 'Lee Gu' });
  expect(runs()).toMatchObject([{ outcome: 'http-status', code: 500, output: 'not today' }]);
  server.closeAllConnections();
  server.close();
});

test('what was decided before a start is not run again, and hooks outlive it', async () => {
  const ruleId = addRule();
  simulator.drives.finance.edit('/Budget/Budget.xlsx', { by: 'Lee Gu' });
  await until(() => must(harness.drivebell.history.page(null, 10)).rows.length > 0);
  must(await harness.drivebell.hooks.chooseProgram(ruleId));
  harness = harness.restart();
  expect(harness.drivebell.snapshot().hooks).toEqual({ [ruleId]: { kind: 'command', program } });
  // The rule decides nothing of this one.
  simulator.drives.finance.createFile('/Budget/Plan.docx', { by: 'Lee Gu' });
  await until(() => harness.notices.length > 0);
  expect([runs(), existsSync(given())]).toEqual([[], false]);
});

test('a program that hangs holds up no toast, and is gone with the app', async () => {
  const pid = join(scripts.dir, 'pid');
  program = scripts.write(
    'hang',
    `echo $$ > "${pid}.part"; mv "${pid}.part" "${pid}"; exec sleep 1000`,
  );
  must(await harness.drivebell.hooks.chooseProgram(addRule()));
  simulator.drives.finance.edit('/Budget/Budget.xlsx', { by: 'Lee Gu' });
  await until(() => existsSync(pid));
  simulator.drives.finance.createFile('/Budget/Plan.docx', { by: 'Lee Gu' });
  await until(() => harness.notices.length > 0);
  expect(runs()).toEqual([]);
  harness.drivebell.stop();
  const group = Number(readFileSync(pid, 'utf8'));
  await until(() => isGone(group));
  expect(isGone(group)).toBe(true);
});

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}
