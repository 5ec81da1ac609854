import type { WatchedDriveView } from '../snapshot.ts';
import { sharedReason } from './affected-words.ts';
import { reasonWords } from './reason-words.ts';
import { namesInToast, type ToastWords } from './toast-words.ts';
import type { Translate } from './translate.ts';

/** The toast for drives that have not been live for a while: which, and why where all share one reason. */
export function notLiveWords(
  t: Translate,
  drives: readonly Pick<WatchedDriveView, 'name' | 'liveness'>[],
): ToastWords {
  const names = namesInToast(
    t,
    drives.map(({ name }) => name),
    drives.length,
  );
  const reason = sharedReason(drives);
  const title = t('toast.not-live');
  if (reason === null) return { title, body: names };
  const which = t(drives.length === 1 ? 'this-drive' : 'these-drives');
  const body = t('line.with-reason', { state: names, reason: reasonWords(t, reason, which) });
  return { title, body };
}
