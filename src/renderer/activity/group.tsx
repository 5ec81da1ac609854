import { type ReactNode, useCallback, useEffect, useId, useMemo, useRef } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right';
import type { ActivityGroup, ActivityQuery, GroupBy } from '../../shared/activity-query.ts';
import { momentWords } from '../../shared/texts/moments.ts';
import { Waiting } from '../shell/waiting.tsx';
import { useNow, useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';
import { Row } from './activity-row.tsx';
import { personWord } from './filter-words.ts';
import { headingHeight, rowHeight } from './layout.ts';
import { ListFoot } from './list-foot.tsx';
import type { Seen } from './read-pages.ts';
import { useActivity } from './use-activity.ts';

const useStyles = makeStyles({
  heading: {
    position: 'sticky',
    zIndex: 1,
    top: 0,
    height: `${headingHeight}px`,
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  button: {
    width: '100%',
    height: '100%',
    justifyContent: 'flex-start',
    fontWeight: tokens.fontWeightSemibold,
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  facts: {
    flexShrink: 0,
    marginInlineStart: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  rows: { position: 'relative', margin: 0, padding: 0, listStyleType: 'none' },
  foot: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL}` },
});

interface GroupProps {
  readonly by: GroupBy;
  readonly group: ActivityGroup;
  readonly query: ActivityQuery;
  readonly revision: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** One drive or person: how many changes, when the latest was, and, opened, which. */
export function Group(props: GroupProps): ReactNode {
  const { by, group, isOpen, onToggle } = props;
  const t = useAllWords();
  const { locale } = useSurroundings();
  const now = useNow();
  const styles = useStyles();
  const id = useId();
  const time = momentWords(group.at, now, locale);
  const name = by === 'person' ? personWord(t, group.name) : group.name;
  return (
    <li>
      <h2 className={styles.heading}>
        <Button
          appearance="subtle"
          icon={isOpen ? <ChevronDown20Regular /> : <ChevronRight20Regular />}
          aria-expanded={isOpen}
          {...(isOpen && { 'aria-controls': id })}
          className={styles.button}
          onClick={onToggle}
        >
          <bdi className={styles.name} title={name}>
            {name}
          </bdi>
          <span className={styles.facts}>
            {t('groups.count', { count: group.count })} · {t('groups.latest', { time })}
          </span>
        </Button>
      </h2>
      {isOpen && (
        <div id={id}>
          <Rows {...props} />
        </div>
      )}
    </li>
  );
}

function Rows({ by, group, query, revision }: GroupProps): ReactNode {
  const { api } = useSurroundings();
  const t = useAllWords();
  const styles = useStyles();
  const { key } = group;
  const own = useMemo(
    () => (by === 'drive' ? { ...query, drives: [key] } : { ...query, person: key }),
    [by, key, query],
  );
  const drawn = useRef<Seen>({ highest: null, lowest: null });
  const seen = useCallback(() => drawn.current, []);
  const activity = useActivity(api, { revision, query: own }, seen);
  const onFocus = useCallback(() => {}, []);
  const { rows } = activity;
  useEffect(() => {
    drawn.current = { highest: rows?.[0]?.id ?? null, lowest: rows?.at(-1)?.id ?? null };
  }, [rows]);
  if (rows === null && activity.failure === null) return <Waiting label={t('activity.loading')} />;
  return (
    <>
      <ul className={styles.rows} style={{ height: (rows?.length ?? 0) * rowHeight }}>
        {rows?.map((row, index) => (
          <Row
            key={row.id}
            row={row}
            day={null}
            top={index * rowHeight}
            position={index + 1}
            count={group.count}
            tabStop
            fresh={false}
            onFocus={onFocus}
          />
        ))}
      </ul>
      <div className={styles.foot}>
        {activity.failure !== null && <ListFoot activity={activity} isAll={false} />}
        {activity.failure === null && !activity.ended && (
          <Button size="small" onClick={activity.loadOlder}>
            {t('groups.more')}
          </Button>
        )}
      </div>
    </>
  );
}
