/** Why a drive is read: what woke it. */
export type WakeCause = 'push' | 'joined' | 'poll' | 'asked' | 'retry' | 'names';
