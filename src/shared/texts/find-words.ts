import { type FindFailure, findFailures } from '../finding.ts';
import type { FailureCode } from '../ipc.ts';
import { failureWords } from './reason-words.ts';
import type { TranslateAny } from './translate-any.ts';

const known: ReadonlySet<FailureCode> = new Set(findFailures);

/** A whole sentence for any way that looking for drives can fail. */
export function findFailureWords(t: TranslateAny, code: FailureCode): string {
  if (code === 'throttled') return t('find.throttled');
  return isFindFailure(code) ? t(`find.${code}`) : failureWords(t, code);
}

function isFindFailure(code: FailureCode): code is FindFailure {
  return known.has(code);
}
