import type { Translate } from '../../shared/texts/translate.ts';
import type { ToastAction } from './toast.ts';

export type ToastActionKey = 'open' | 'open-folder' | 'mute';

/** Buttons for what can be done about a notice, in the order given. */
export function toastActions(
  t: Translate,
  keys: readonly ToastActionKey[],
): readonly ToastAction[] {
  return keys.map((key) => ({ key, label: t(`toast.action.${key}`) }));
}
