import { isLive } from '../core/takes-a-type.ts';
import { states } from '../shared/state.ts';

export const live = states.filter(isLive);
