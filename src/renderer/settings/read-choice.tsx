import type { ReactNode } from 'react';
import type { WishesView } from '../../shared/wishes.ts';
import { useAllWords } from '../all-words.ts';
import { ChoiceField } from './choice-field.tsx';
import type { WishProps } from './use-wish.ts';

const ways: readonly WishesView['readBy'][] = ['seeing', 'opening', 'hand', 'never'];

/** What makes a change count as read. */
export function ReadChoice({ wishes, wish }: WishProps): ReactNode {
  const t = useAllWords();
  return (
    <ChoiceField
      label={t('wish.read')}
      value={wishes.readBy}
      choices={ways.map((value) => ({ value, label: t(`wish.read.${value}`) }))}
      onChange={(readBy) => void wish((all) => ({ ...all, readBy }))}
    />
  );
}
