import type { HookRun } from '../hooks.ts';
import type { TranslateAny } from './translate-any.ts';

/** How a hook's run came out: "exit code 3". */
export function hookRunWords(t: TranslateAny, { kind, outcome, code }: HookRun): string {
  if (outcome === 'timed-out') return t('hook-run.timed-out');
  if (outcome === 'not-started') return t(`hook-run.not-started.${kind}`);
  if (outcome === 'refused') return t('hook-run.refused', { code: code ?? '' });
  return t(kind === 'command' ? 'hook-run.exit' : 'hook-run.status', { code: code ?? '' });
}
