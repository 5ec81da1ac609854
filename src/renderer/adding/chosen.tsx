import type { ReactNode } from 'react';
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { Picked } from './use-picking.ts';
import { useAllWords } from '../all-words.ts';

const useStyles = makeStyles({
  line: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
});

/** What is ticked, wherever it was found. */
export function Chosen({ chosen }: { readonly chosen: readonly Picked[] }): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  if (chosen.length === 0) return null;
  const words = t('find.chosen', { names: chosen.map(({ name }) => name).join(', ') });
  return (
    <Caption1 className={styles.line} title={words}>
      {words}
    </Caption1>
  );
}
