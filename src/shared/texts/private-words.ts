import type { ChangeKind } from '../activity.ts';
import { itemsOf } from './change-sentence.ts';
import { laterWords, type ToastMatter, type ToastWords } from './toast-words.ts';
import type { TextKey, Translate } from './translate.ts';

type PrivateDeed<K = TextKey> = K extends `private.${infer D}.file` ? D : never;

// Heaviest first, as in sentences with names.
const deeds: readonly (readonly [ChangeKind, PrivateDeed])[] = [
  ['deleted', 'deleted'],
  ['restored', 'restored'],
  ['created', 'created'],
  ['appeared', 'created'],
  ['renamed', 'renamed'],
  ['moved', 'moved'],
  ['unshared', 'unshared'],
  ['shared', 'shared'],
  ['commented', 'commented'],
];

/** What a toast says where nobody and nothing may be named. */
export function privateToastWords(
  t: Translate,
  matter: Pick<ToastMatter, 'changes' | 'count'>,
): ToastWords {
  const body = t('private.body');
  const { changes } = matter;
  const [first] = changes;
  const unnamed = changes.reduce((sum, change) => sum + itemsOf(change), 0);
  const count = matter.count - changes.length + unnamed;
  // Nothing else joins these.
  if (first && changes.every((change) => change.kinds.includes('mentioned')))
    return { title: t('private.mentioned', { count }), body };
  if (!first || count > 1) return { title: t('private.many', { count }), body };
  const kind = first.itemKind === 'folder' ? 'folder' : 'file';
  const found = deeds.find(([change]) => first.kinds.includes(change));
  return { title: t(`private.${found?.[1] ?? 'changed'}.${kind}`), body };
}

export function privateSignInWords(t: Translate): ToastWords {
  return { title: t('toast.sign-in'), body: t('private.sign-in') };
}

export function privateNotLiveWords(t: Translate, count: number): ToastWords {
  return { title: t('toast.not-live'), body: t('private.not-live', { count }) };
}

export function privateAlarmWords(
  t: Translate,
  { count, after }: { readonly count: number; readonly after: 'away' | null },
): ToastWords {
  return { title: laterWords(t, t('private.alarm', { count }), after), body: t('private.body') };
}
