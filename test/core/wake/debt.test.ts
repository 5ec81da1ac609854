import { expect, it } from 'vitest';
import { Debt } from '../../../src/core/wake/debt.ts';

const waits = (debt: Debt): (number | null)[] => [1, 2, 3, 4, 5].map(() => debt.nextWait());

it('nothing is owed before a push', () => {
  expect(new Debt().nextWait()).toBeNull();
});

it('a push that nothing was found for is looked after four times', () => {
  const debt = new Debt();
  debt.announced(1000);
  expect(waits(debt)).toEqual([2000, 8000, 20_000, 60_000, null]);
});

it('one change pays for one push', () => {
  const debt = new Debt();
  debt.announced(2000);
  debt.found(1);
  expect(debt.nextWait()).toBeNull();
});

it('a change found pays for one of two pushes: the other is still looked for', () => {
  const debt = new Debt();
  debt.announced(3000);
  debt.announced(4000);
  debt.found(1);
  expect(debt.nextWait()).toBe(2000);
  debt.found(1);
  expect(debt.nextWait()).toBeNull();
});

it('more changes than pushes are no credit for the next push', () => {
  const debt = new Debt();
  debt.announced(5000);
  debt.found(5);
  debt.announced(6000);
  expect(debt.nextWait()).toBe(2000);
});

it('a new push begins the waits anew', () => {
  const debt = new Debt();
  debt.announced(7000);
  debt.nextWait();
  debt.nextWait();
  debt.announced(8000);
  expect(debt.nextWait()).toBe(2000);
});

it('a debt that was never met is forgotten in the end', () => {
  const debt = new Debt();
  debt.announced(9000);
  waits(debt);
  debt.announced(10000);
  debt.found(1);
  expect(debt.nextWait()).toBeNull();
});

it('the same push heard twice is owed once', () => {
  const debt = new Debt();
  debt.announced(1000);
  debt.announced(1040);
  debt.found(1);
  expect(debt.nextWait()).toBeNull();
});
