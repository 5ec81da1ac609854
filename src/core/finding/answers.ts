import type { Found, FoundPage } from '../../shared/finding.ts';
import type { FailureCode, Outcome } from '../../shared/ipc.ts';

export type Answered = Outcome<FoundPage>;

/** All that there is. */
export function only(...found: readonly Found[]): Answered {
  return { ok: true, value: { found, nameless: 0, next: null } };
}

export function refusal(code: FailureCode): Answered {
  return { ok: false, code };
}
