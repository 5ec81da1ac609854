import { expect, it, vi } from 'vitest';
import { Board } from '../../src/core/board.ts';

function counting(): { board: Board<number>; made: () => number } {
  let made = 0;
  const board = new Board(() => {
    made += 1;
    return made;
  });
  return { board, made: () => made };
}

const turn = (): Promise<void> => Promise.resolve();

it('makes the value when it is asked for, and again only after a change', () => {
  const { board } = counting();
  expect([board.value, board.value]).toEqual([1, 1]);
  board.changed();
  expect(board.value).toBe(2);
});

it('tells of many changes in one turn once', async () => {
  const { board } = counting();
  const listener = vi.fn<(value: number) => void>();
  board.onValue(listener);
  board.changed();
  board.changed();
  expect(listener).not.toHaveBeenCalled();
  await turn();
  expect(listener.mock.calls).toEqual([[1]]);
});

it('tells nobody who no longer listens, and nobody once closed', async () => {
  const { board } = counting();
  const listener = vi.fn<(value: number) => void>();
  board.onValue(listener)();
  board.changed();
  await turn();
  board.onValue(listener);
  board.changed();
  board.close();
  await turn();
  expect(listener).not.toHaveBeenCalled();
});
