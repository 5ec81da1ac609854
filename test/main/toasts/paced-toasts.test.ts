import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PacedToasts } from '../../../src/main/toasts/paced-toasts.ts';
import type { Toast } from '../../../src/main/toasts/toast.ts';
import { toast } from './support.ts';

let shown: string[];
let there: Set<string>;
let toasts: PacedToasts;

beforeEach(() => {
  vi.useFakeTimers();
  shown = [];
  there = new Set();
  toasts = new PacedToasts({
    show: ({ id, title }) => {
      shown.push(`${id} ${title}`);
      there.add(id);
    },
    close: (id) => there.delete(id),
    has: (id) => there.has(id),
  });
});

afterEach(() => {
  vi.useRealTimers();
});

const news = (title: string, parts: Partial<Toast> = {}) =>
  toasts.show(toast({ title, isSilent: true, ...parts }));

it('hands a toast on at once, and the newest of it when three seconds are over', () => {
  news('1', { isSilent: false });
  for (const title of ['2', '3']) news(title);
  news('other', { id: 'n-2' });
  expect(shown).toEqual(['n-1 1', 'n-2 other']);
  vi.advanceTimersByTime(2999);
  news('4');
  expect(shown).toHaveLength(2);
  vi.advanceTimersByTime(1);
  expect(shown.slice(2)).toEqual(['n-1 4']);
});

it('of many in a row shows one every three seconds, and the last', () => {
  for (let n = 0; n < 100; n += 1) {
    news(`${n}`);
    vi.advanceTimersByTime(100);
  }
  vi.advanceTimersByTime(3000);
  expect(shown.length).toBeLessThanOrEqual(5);
  expect(shown.at(-1)).toBe('n-1 99');
});

it('is as quick again after a rest', () => {
  news('1');
  vi.advanceTimersByTime(3000);
  news('2');
  expect(shown).toEqual(['n-1 1', 'n-1 2']);
});

it('lets what makes a sound through', () => {
  news('1');
  news('2', { isSilent: false });
  expect(shown).toEqual(['n-1 1', 'n-1 2']);
  vi.advanceTimersByTime(10_000);
  expect(shown).toHaveLength(2);
});

it.each<[string, () => void]>([
  ['has been put away', () => there.delete('n-1')],
  ['has been taken back', () => toasts.close('n-1')],
])('brings nothing back that %s', (_what, end) => {
  news('1');
  news('2');
  end();
  vi.advanceTimersByTime(10_000);
  expect([shown, toasts.has('n-1')]).toEqual([['n-1 1'], false]);
});

it('shows at once what comes to one that has been put away', () => {
  news('1');
  there.delete('n-1');
  news('2');
  expect(shown).toEqual(['n-1 1', 'n-1 2']);
});
