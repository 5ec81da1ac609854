import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Updater } from '../../../src/core/ports.ts';
import { Simulator } from '../../simulator/simulator.ts';
import {
  type Harness,
  must,
  signInAndWatch,
  startDrivebell,
  until,
} from '../../support/harness.ts';
import { Scripts } from '../../support/script.ts';

const updater: Updater = {
  look: async () => ({ ok: true, version: '1.1.0' }),
  download: async () => null,
  install: () => new Promise(() => {}),
};

let simulator: Simulator;
let scripts: Scripts;
let harness: Harness;

beforeEach(async () => {
  simulator = await Simulator.start();
  scripts = new Scripts();
  const program = scripts.write('hang', 'exec sleep 9');
  harness = startDrivebell(simulator, { updater, program: () => program });
  await signInAndWatch(harness, simulator, ['finance']);
});

afterEach(async () => {
  harness[Symbol.dispose]();
  scripts[Symbol.dispose]();
  await simulator.stop();
});

/** What becomes of a new version that nothing but this keeps from being installed. */
async function becomes(): Promise<string> {
  const state = (): string => harness.drivebell.snapshot().updates.now.state;
  must(harness.drivebell.updates.look());
  await until(() => !['looking', 'downloading'].includes(state()));
  return state();
}

test('a new version waits while a drive is being read', async () => {
  const hanging = simulator.faults.next('GET /v1.0/drives/*/root/delta*', { stall: 'headers' });
  must(harness.drivebell.drives.checkNow(harness.drivebell.snapshot().drives[0]?.watchId ?? ''));
  await until(() => hanging.hits === 1);
  expect(await becomes()).toBe('ready');
});

test('a new version waits while a program of the person’s runs', async () => {
  const { rules } = harness.drivebell.preferences;
  const edited = {
    isOn: true,
    watchId: null,
    pattern: null,
    person: null,
    kinds: ['edited'],
  } as const;
  must(rules.add([{ ...edited, isMineOnly: false, action: 'list', until: null }], null));
  const ruleId = harness.drivebell.snapshot().rules[0]?.ruleId ?? '';
  must(await harness.drivebell.hooks.chooseProgram(ruleId));
  simulator.drives.finance.edit('/Budget/Budget.xlsx', { by: 'Lee Gu' });
  await until(() => harness.drivebell.hooks.isRunning);
  expect(await becomes()).toBe('ready');
});
