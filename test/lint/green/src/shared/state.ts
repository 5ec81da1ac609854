export type State = 'live' | 'offline';
export const states: readonly State[] = ['live', 'offline'];
