import { type ReactNode, useCallback, useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ActivityQuery, GroupBy } from '../../shared/activity-query.ts';
import { Emptiness } from '../shell/emptiness.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useAsked } from '../use-asked.ts';
import { useAllWords } from '../all-words.ts';
import { FailedList } from './failed-list.tsx';
import { Group } from './group.tsx';

const useStyles = makeStyles({
  more: { padding: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground3 },
  groups: { flexGrow: 1, margin: 0, padding: 0, overflowY: 'auto', listStyleType: 'none' },
});

interface GroupListProps {
  readonly by: GroupBy;
  readonly query: ActivityQuery;
  readonly revision: number;
}

/** The list by drive or person: who was at work last comes first, each with its own rows below. */
export function GroupList({ by, query, revision }: GroupListProps): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const { api } = useSurroundings();
  const ask = useCallback(() => api.getGroups(by, query), [api, by, query]);
  const { value, failure, retry } = useAsked(ask, revision);
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set());
  // What was counted before may be of another filter.
  if (failure !== null) return <FailedList failure={failure} onRetry={retry} />;
  if (value === null) {
    return <Emptiness body={<Waiting label={t('groups.loading')} />} />;
  }
  const { groups, hasMore } = value;
  const toggle = (key: string): void => {
    const next = new Set(opened);
    if (!next.delete(key)) next.add(key);
    setOpened(next);
  };
  return (
    <ul aria-label={t(`groups.${by}`)} className={styles.groups}>
      {groups.map((group) => (
        <Group
          key={group.key}
          by={by}
          group={group}
          query={query}
          revision={revision}
          isOpen={opened.has(group.key)}
          onToggle={() => toggle(group.key)}
        />
      ))}
      {hasMore && <li className={styles.more}>{t('groups.cut', { count: groups.length })}</li>}
    </ul>
  );
}
