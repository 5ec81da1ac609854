import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { useFailures } from '../shell/failure.tsx';
import { useNotes } from '../shell/note.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';

/** Whether it was shown nobody can tell but the person. */
export function TestToast(): ReactNode {
  const { api } = useSurroundings();
  const { act } = useFailures();
  const { say } = useNotes();
  const t = useAllWords();
  const test = async (): Promise<void> => {
    if (await act(api.testToast())) say({ words: t('diagnostics.tested') });
  };
  return <Button onClick={() => void test()}>{t('diagnostics.test')}</Button>;
}
