import type { ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import type { Snapshot } from '../../shared/snapshot.ts';
import { momentWords, timeWords } from '../../shared/texts/moments.ts';
import { useNow, useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';
import { filterTags } from './filter-words.ts';
import type { QueryControls } from './use-query.ts';

const useStyles = makeStyles({
  tags: {
    display: 'flex',
    flexWrap: 'wrap',
    flexShrink: 0,
    gap: tokens.spacingHorizontalXS,
    padding: `0 ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalS}`,
  },
  tag: { maxWidth: '240px', fontWeight: tokens.fontWeightRegular },
  word: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface FilterTagsProps {
  readonly controls: QueryControls;
  readonly snapshot: Snapshot;
}

/** Which filters are on, each with the way to take it off. */
export function FilterTags({ controls, snapshot }: FilterTagsProps): ReactNode {
  const t = useAllWords();
  const { locale } = useSurroundings();
  const now = useNow();
  const styles = useStyles();
  const { between } = controls.query;
  return (
    <div role="group" aria-label={t('filter.active')} className={styles.tags}>
      {between !== null && (
        <Tag
          word={t('day.hour', {
            from: momentWords(between[0], now, locale),
            to: timeWords(between[1], locale),
          })}
          onRemove={() => controls.within(null)}
        />
      )}
      {filterTags(t, snapshot.filter, snapshot.drives).map(({ key, word, without }) => (
        <Tag
          key={key}
          word={word}
          onRemove={() => controls.filter((now) => ({ ...now, ...without }))}
        />
      ))}
      <Button appearance="transparent" size="small" onClick={controls.clear}>
        {t('filter.clear')}
      </Button>
    </div>
  );
}

interface TagProps {
  readonly word: string;
  readonly onRemove: () => void;
}

function Tag({ word, onRemove }: TagProps): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  return (
    <Button
      shape="circular"
      size="small"
      icon={<Dismiss16Regular />}
      iconPosition="after"
      className={styles.tag}
      title={word}
      aria-label={t('filter.remove', { what: word })}
      onClick={onRemove}
    >
      <bdi className={styles.word}>{word}</bdi>
    </Button>
  );
}
