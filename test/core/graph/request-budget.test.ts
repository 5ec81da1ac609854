import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RequestBudget, type Urgency } from '../../../src/core/graph/request-budget.ts';

let budget: RequestBudget;
let granted: Urgency[];
const never = new AbortController().signal;

beforeEach(() => {
  vi.useFakeTimers();
  budget = new RequestBudget(8);
  granted = [];
});

afterEach(() => {
  vi.useRealTimers();
});

function ask(urgency: Urgency, count: number, signal = never): void {
  for (let n = 0; n < count; n += 1) {
    void budget.take(urgency, signal).then(() => granted.push(urgency));
  }
}

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

it('a quiet account asks at once', async () => {
  ask('upkeep', 4);
  await pass(0);
  expect(granted).toHaveLength(4);
});

it('what keeps things going gets half, however much of it there is', async () => {
  ask('upkeep', 1000);
  await pass(60_000);
  expect(granted.length).toBeGreaterThan(4 * 60);
  expect(granted.length).toBeLessThanOrEqual(4 * 60 + 4);
});

it('what somebody waits for does not wait behind what nobody does', async () => {
  ask('upkeep', 1000);
  await pass(10_000);
  granted = [];
  ask('awaited', 4);
  await pass(250);
  expect(granted.filter((one) => one === 'awaited')).toHaveLength(4);
});

it('keeping lines up comes before looking for changes, but does not hold it up for good', async () => {
  ask('reading', 1000);
  ask('upkeep', 1000);
  await pass(60_000);
  const lines = granted.filter((one) => one === 'upkeep').length;
  expect(lines / granted.length).toBeGreaterThan(0.7);
  expect(lines / granted.length).toBeLessThan(0.8);
});

it('is never exceeded: in any five minutes fewer than Microsoft allows a user', async () => {
  ask('upkeep', 5000);
  ask('awaited', 5000);
  await pass(300_000);
  expect(granted.length).toBeLessThanOrEqual(3000);
});

it('whoever gives up makes room, and is answered', async () => {
  const leaving = new AbortController();
  ask('upkeep', 4);
  ask('upkeep', 100, leaving.signal);
  ask('upkeep', 1);
  await pass(0);
  leaving.abort();
  await pass(0);
  // All who left were answered; the one behind them is the next.
  expect(granted).toHaveLength(104);
  await pass(300);
  expect(granted).toHaveLength(105);
});

it('leaves no timer behind once nobody waits', async () => {
  ask('upkeep', 20);
  await pass(10_000);
  expect([granted.length, vi.getTimerCount()]).toEqual([20, 0]);
});

it('keeps no timer once everybody has left', async () => {
  const over = new AbortController();
  ask('upkeep', 100, over.signal);
  await pass(0);
  expect(vi.getTimerCount()).toBe(1);
  over.abort();
  expect(vi.getTimerCount()).toBe(0);
});
