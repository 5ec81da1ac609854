import { expect, it } from 'vitest';
import { isSameState, newClientState } from '../../../src/core/webhook/client-state.ts';

it('is fresh, random and short enough for Microsoft', () => {
  const states = new Set(Array.from({ length: 100 }, newClientState));
  expect(states.size).toBe(100);
  for (const state of states) expect(state).toMatch(/^[\w-]{43}$/);
});

it('is believed only whole', () => {
  const state = newClientState();
  expect(isSameState(state, state)).toBe(true);
  for (const other of ['', state.slice(1), `${state}x`, state.toLowerCase() + '!', '\u0000'])
    expect(isSameState(other, state)).toBe(false);
});
