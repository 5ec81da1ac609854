import type { NoticeAction } from '../../core/notices/answers.ts';
import type { Translate } from '../../shared/texts/translate.ts';
import type { ToastAction } from './toast.ts';

/** Buttons for what can be done about a notice, in the order given. */
export function toastActions(t: Translate, keys: readonly NoticeAction[]): readonly ToastAction[] {
  return keys.map((key) => ({ key, label: t(`toast.action.${key}`) }));
}
