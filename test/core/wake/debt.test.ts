import { expect, it } from 'vitest';
import { Debt } from '../../../src/core/wake/debt.ts';

const waits = (debt: Debt): (number | null)[] => [1, 2, 3, 4, 5].map(() => debt.nextWait());

it('nothing is owed before a push', () => {
  expect(new Debt().nextWait()).toBeNull();
});

it('a push that nothing was found for is looked after four times', () => {
  const debt = new Debt();
  debt.announced();
  expect(waits(debt)).toEqual([2000, 8000, 20_000, 60_000, null]);
});

it('one change pays for one push', () => {
  const debt = new Debt();
  debt.announced();
  debt.found(1);
  expect(debt.nextWait()).toBeNull();
});

it('a change found pays for one of two pushes: the other is still looked for', () => {
  const debt = new Debt();
  debt.announced();
  debt.announced();
  debt.found(1);
  expect(debt.nextWait()).toBe(2000);
  debt.found(1);
  expect(debt.nextWait()).toBeNull();
});

it('more changes than pushes are no credit for the next push', () => {
  const debt = new Debt();
  debt.announced();
  debt.found(5);
  debt.announced();
  expect(debt.nextWait()).toBe(2000);
});

it('a new push begins the waits anew', () => {
  const debt = new Debt();
  debt.announced();
  debt.nextWait();
  debt.nextWait();
  debt.announced();
  expect(debt.nextWait()).toBe(2000);
});

it('a debt that was never met is forgotten in the end', () => {
  const debt = new Debt();
  debt.announced();
  waits(debt);
  debt.announced();
  debt.found(1);
  expect(debt.nextWait()).toBeNull();
});
