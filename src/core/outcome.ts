import type { Outcome } from '../shared/ipc.ts';

/** There is nothing more to tell of it. */
export const done = { ok: true, value: undefined } as const satisfies Outcome<void>;

export const notFound = { ok: false, code: 'not-found' } as const satisfies Outcome<never>;
