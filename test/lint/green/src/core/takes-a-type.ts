import type { State } from '../shared/state.ts';

export const isLive = (state: State): boolean => state === 'live';
