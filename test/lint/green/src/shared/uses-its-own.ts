import { states } from './state.ts';

export const count = states.length;
