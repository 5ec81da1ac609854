import { afterEach, beforeEach, expect, test } from 'vitest';
import { Colleagues } from './colleagues.ts';
import { Simulator } from './simulator.ts';

let simulator: Simulator;

beforeEach(async () => {
  simulator = await Simulator.start();
});

afterEach(async () => {
  await simulator.stop();
});

function tale(colleagues: Colleagues, length: number): string[] {
  return Array.from({ length }, () => {
    const { person, kind, driveName, path } = colleagues.next();
    return `${person} ${kind} ${driveName}${path}`;
  });
}

test('the same seed does the same things, another seed others', async () => {
  const first = tale(new Colleagues(simulator.drives, { seed: 3 }), 60);
  await using twin = await Simulator.start();
  expect(tale(new Colleagues(twin.drives, { seed: 3 }), 60)).toEqual(first);
  await using other = await Simulator.start();
  expect(tale(new Colleagues(other.drives, { seed: 4 }), 60)).not.toEqual(first);
});

test('do all kinds of things for a long time, in the drives they are given, and never as oneself', () => {
  const colleagues = new Colleagues(simulator.drives, { drives: ['finance', 'onedrive'] });
  const changes = Array.from({ length: 500 }, () => colleagues.next());
  const kinds = new Set(changes.map(({ kind }) => kind));
  expect([...kinds].toSorted()).toEqual([
    'created',
    'deleted',
    'edited',
    'moved',
    'renamed',
    'restored',
    'shared',
  ]);
  expect(new Set(changes.map(({ drive }) => drive))).toEqual(new Set(['finance', 'onedrive']));
  expect(changes.map(({ person }) => person)).not.toContain('Megan Bowen');
  expect(simulator.drives.finance.paths('file').length).toBeGreaterThan(20);
});

test('work at a pace until they are told to stop', async () => {
  const closing = new AbortController();
  const colleagues = new Colleagues(simulator.drives, { everyMs: 2 });
  let done = 0;
  for await (const { seq } of colleagues.work(closing.signal)) {
    done = seq;
    if (seq === 5) closing.abort();
  }
  expect(done).toBe(5);
});
