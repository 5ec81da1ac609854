import type { HookRun } from '../../shared/hooks.ts';
import type { CommandEnd, PostEnd } from '../ports.ts';
import { safeOutput } from './output.ts';

export type HookEnd = CommandEnd | PostEnd;

/** What a person is to know of a run. */
export function resultOf(end: HookEnd): Pick<HookRun, 'outcome' | 'code' | 'output'> {
  if (end.how === 'not-started') return { outcome: 'not-started', code: null, output: '' };
  const output = safeOutput(end.output);
  if (end.how === 'stopped') return { outcome: 'timed-out', code: null, output };
  if (end.how === 'exit') {
    return { outcome: end.exitCode === 0 ? 'ok' : 'exit-code', code: end.exitCode, output };
  }
  return { outcome: outcomeOf(end.status), code: end.status, output };
}

function outcomeOf(status: number): HookRun['outcome'] {
  if (status >= 200 && status < 300) return 'ok';
  return status >= 300 && status < 400 ? 'refused' : 'http-status';
}
