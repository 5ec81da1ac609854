import { expect, it } from 'vitest';
import { Debt } from '../../../src/core/wake/debt.ts';

/** Each wait from the end of the one before. */
function waits(debt: Debt, from: number): (number | null)[] {
  let at = from;
  return [1, 2, 3, 4, 5].map(() => {
    const wait = debt.nextWait(at);
    at += wait ?? 0;
    return wait;
  });
}

it('nothing is owed before a push', () => {
  expect(new Debt().nextWait(0)).toBeNull();
});

it('a push that nothing was found for is looked after four times', () => {
  const debt = new Debt();
  debt.announced(1000);
  expect(waits(debt, 1000)).toEqual([2000, 8000, 20_000, 60_000, null]);
});

it('one change pays for one push', () => {
  const debt = new Debt();
  debt.announced(2000);
  debt.found(1);
  expect(debt.nextWait(2000)).toBeNull();
});

it('a change found pays for one of two pushes: the other is still looked for', () => {
  const debt = new Debt();
  debt.announced(3000);
  debt.announced(4000);
  debt.found(1);
  expect(debt.nextWait(4000)).toBe(2000);
  debt.found(1);
  expect(debt.nextWait(4000)).toBeNull();
});

it('more changes than pushes are no credit for the next push', () => {
  const debt = new Debt();
  debt.announced(5000);
  debt.found(5);
  debt.announced(6000);
  expect(debt.nextWait(6000)).toBe(2000);
});

it('a new push begins the waits anew', () => {
  const debt = new Debt();
  debt.announced(7000);
  debt.nextWait(7000);
  debt.nextWait(7500);
  debt.announced(8000);
  expect(debt.nextWait(8000)).toBe(2000);
});

it('a debt that was never met is forgotten in the end', () => {
  const debt = new Debt();
  debt.announced(9000);
  waits(debt, 9000);
  debt.announced(200_000);
  debt.found(1);
  expect(debt.nextWait(200_000)).toBeNull();
});

it('the same push heard twice is owed once', () => {
  const debt = new Debt();
  debt.announced(1000);
  debt.announced(1040);
  debt.found(1);
  expect(debt.nextWait(1040)).toBeNull();
});

it('readings for other reasons use up none of the waits', () => {
  const debt = new Debt();
  debt.announced(1000);
  expect(debt.nextWait(1000)).toBe(2000);
  expect(debt.nextWait(1500)).toBe(1500);
  expect(debt.nextWait(2900)).toBe(100);
  expect(debt.nextWait(3000)).toBe(8000);
  expect(debt.nextWait(10_000)).toBe(1000);
});
